# Rating cards, passed round the table. What stands on a card is read by whoever takes part: plain and kind.
card-pass = Thank you. Please pass this to:
card-take = { $count ->
    [one] { $count } question. Press Enter to begin.
   *[other] { $count } questions. Press Enter to begin.
}
card-number = { $number } of { $of }
card-press = Press { $keys }
card-back = Backspace: one back
card-keep = Enter: keep the answer
card-ready = Finished
card-hand-on = Enter: pass it on
card-thanks = Thank you
card-give-back = Please give this back.
card-lock = Facilitator: { $key }
# As the facilitator sees them
cards-title = rating cards
cards-before = First rating, { $count } questions
cards-after = Second rating, { $count } questions
cards-progress = { $done } of { $of } have answered
cards-answered-all = answered
cards-answered-none = not answered
cards-asked-in = { $preferred }, asked in { $asked }
cards-no-language = no language recorded
cards-nobody = Nobody is here to be asked: mark who is here first.
cards-all = Everybody here has answered.
cards-missing = Not answered yet: { $names }
cards-how = Enter gives the selected person the card: who has answered can look through it and change an answer. From then on the screen shows one card at a time and nothing else, and asks to be passed on. The lock key and your passphrase bring the desk back.
