# Who may open the store.
role-owner = owner
role-coordinator = coordinator
role-supervisor = supervisor
role-trainer = trainer
role-owner-does = decides who works here, and runs groups
role-coordinator-does = runs groups
role-supervisor-does = reads, reviews and exports
role-refuses = That is not for your role. Nothing was changed; ask an owner of the store.
staff-title = Who may open the store
staff-signs-in = signs in as { $sign_in }
staff-hint = Everybody changes their own passphrase. Everything else here is the owner's.
staff-name = Name
staff-name-hint = As colleagues know them: it stands beside everything they record.
staff-sign-in = Sign-in name
staff-sign-in-hint = Typed at the gate. It stands readable in the key file: initials are enough.
staff-role = Role
staff-passphrase-of = Passphrase of { $name }
staff-passphrase-hint = They type it themselves. Four or five unrelated words are strong and easy to type.
staff-new-passphrase = New passphrase:
staff-passphrase-again = Once more:
staff-not-the-same = The two were not the same. Nothing was changed; type it again.
staff-added = { $name } signs in as { $sign_in } from now on.
staff-changed = { $sign_in } was changed.
staff-passphrase-changed = { $sign_in } has a new passphrase; the old one opens nothing any more.
staff-revoke = Revoke { $name }?
staff-revoke-text = Their passphrase opens nothing any more. What they recorded stays, under their name.
staff-revoked = { $sign_in } opens nothing any more.
staff-new-code = A new recovery code?
staff-new-code-text = The code on paper opens nothing any more. The new one is shown once.
staff-code = Write it on paper and lock it away: { $code }
staff-code-is = The recovery code, shown this once: { $code }
staff-lock-after = Lock after how many minutes without a key?
staff-locks-after = { $minutes ->
    [one] The desk locks after a minute without a key.
   *[other] The desk locks after { $minutes } minutes without a key.
}
staff-taken = “{ $name }” is somebody else already. Nothing was changed; choose another name.
staff-nobody = Nobody signs in as “{ $name }”. See who does with: onward staff list.
staff-last-owner = The store needs an owner. Make somebody else one first.
staff-no-key = Trainers need no key: they read programmes with F4 at the gate.
staff-change-what = Say what to change: --name, --role or --passphrase.
rule-lock-after = minutes without a key until the desk locks ({ $least }–{ $most })
rule-unlock-time = milliseconds that opening takes with a new passphrase ({ $least }–{ $most })
rule-unknown = There is no rule “{ $name }”. There are: { $known }.
rule-range = A whole number from { $least } to { $most }, please. Nothing was changed.
