do-erase = erase for good
erase-title = Erase { $name } for good?
erase-hint = Everything written about them goes, here and in copies, and nobody can bring it back. In registers a number stays. Type { $reference } to go on.
erase-asked = { $by } asked for it on { $date }: { $why }. Nobody can bring it back. Type { $reference } to approve.
erase-not-reference = That is not { $reference }. Nothing was erased; type it as it stands, or leave with Esc.
erase-why = Why, or at whose request?
erase-why-hint = It stays in the journal, so name nobody. For instance: on request, kept long enough.
erase-waits = Asked for. It is done when somebody else approves it on this page.
erase-other-needed = You asked for it yourself. Somebody else has to approve it, signed in by their own name.
erase-in-group = They have a place in { $group }. Let them leave the group first, then erase.
erase-done-already = They were erased already; only a number is left.
erased-name = Erased person { $number }
erased-done = { $count ->
    [one] Erased for good, here and in copies.
   *[other] { $count } people erased for good, here and in copies.
}
erased-unsettled = Erased, but another desk has old pages open, or a damaged copy cannot be read: close it, remove the copy.
