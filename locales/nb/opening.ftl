open-nothing-there = Det er ikke noe lager i { $place }. Oppgi mappen med --data, eller start onward for å lage et.
open-not-a-folder = { $place } er ingen mappe, eller ligger under en fil. Ingenting ble endret; oppgi en annen mappe for lageret.
open-already-there = Det er allerede et lager i { $place }. Ingenting ble endret; velg en annen mappe.
open-key-missing = Nøkkelfilen mangler i { $place }; uten den kan ikke lageret åpnes. Se hva en sikkerhetskopi ville gi tilbake: onward restore
open-database-missing = Databasen mangler i { $place }. Se hva en sikkerhetskopi ville gi tilbake: onward restore
open-key-unreadable = Nøkkelfilen i { $place } kan ikke brukes: { $why }. Se hva en sikkerhetskopi ville gi tilbake: onward restore
open-key-altered = Nøkkelfilen er ødelagt: selv en riktig passordfrase åpner kanskje ikke. Se hva en sikkerhetskopi ville gi tilbake: onward restore
open-no-terminal = Arbeidsflaten trenger en terminal for taster og skjerm. Kjør onward i en, eller bruk en kommando: onward --help.
open-terminal-failed = Terminalen kan ikke settes opp: { $why }. Prøv en annen terminal.
open-no-home = Det finnes ingen hjemmemappe å lagre i. Oppgi en mappe med --data.
open-passphrase-file = Passordfilen { $place } kan ikke leses: { $why }. Sjekk navn og rettigheter.
open-passphrase-empty = Første linje i passordfilen { $place } er tom. Skriv passordfrasen der.
open-passphrase-needed = Lageret er låst. Oppgi en fil med passordfrasen med --passphrase-file.
open-passphrase-prompt = Passordfrase:
open-stopped = Onward måtte stoppe på grunn av en feil i selve programmet. Alt som fikk haken sin, er lagret. Start det igjen; skjer det en gang til, så oppgi dette stedet til den som steller med programmet: { $place }
open-needs-writing = Lageret i { $place } har versjon { $found }, ikke { $known }, og kan ikke skrives der. Kopier mappen til et annet sted.
open-who-needed = Flere arbeider i dette lageret. Si hvem du er med --as og påloggingsnavnet ditt.
open-too-soon = { $seconds ->
    [one] Feil passordfraser gjør dette tregere: vent et sekund, og trykk Enter igjen.
   *[other] Feil passordfraser gjør dette tregere: vent { $seconds } sekunder, og trykk Enter igjen.
}
open-revoked = Denne passordfrasen gjelder ikke lenger. Be en eier av lageret om en ny.
