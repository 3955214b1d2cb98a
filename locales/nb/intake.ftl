## Kolonner: andre navn som forstås, skilt med semikolon
field-name = Navn
field-name-also = fullt navn; person
field-reference-also = ref; referansenummer; innsattnummer; nummer; id
field-given-also = fornavn og mellomnavn; for og mellomnavn
field-family-also = slektsnavn
field-languages-also = snakker; talespråk
field-interpreter-also = tolk; tolkebehov; behov for tolk
field-country-also = nasjonalitet; statsborgerskap; hjemland; opprinnelsesland
field-born-also = født; fødselsdag
field-sentence-start-also = soningsstart; start soning; straffstart; innsatt fra
field-release-also = løslatelse; løslates; dato for løslatelse
field-occupation-also = arbeid; aktivitet; beskjeftigelse
field-legal-status-also = status; soningsstatus
field-consent-also = samtykke
field-waiting-since-also = venter fra; venteliste fra; på venteliste siden
field-note-also = merknader; notat; kommentar; kommentarer
## Filen som helhet
import-unreadable = { $place } kan ikke leses: { $why }. Kontroller filnavnet og rettighetene.
intake-too-big = Filen er større enn 64 MB: del den opp og importer delene.
intake-spreadsheet = Dette er en regnearkfil: åpne den i regnearket, lagre den som CSV og importer CSV-filen.
intake-not-text = Dette er ikke en tekstfil: lagre listen som CSV (UTF-8) og importer den.
intake-damaged = Teksten er ødelagt på linje { $line }: lagre listen på nytt som CSV (UTF-8) og importer den.
intake-empty = Filen er tom: den første raden må navngi kolonnene.
intake-no-column = Ingen kolonne heter «{ $column }». Filen har: { $found }. Gi en av dem det navnet og importer på nytt.
intake-column-twice = Kolonnene «{ $first }» og «{ $second }» sier det samme: slett den ene og importer på nytt.
intake-header = Raden med kolonnenavn kan ikke leses: { $why }
intake-note-utf8 = Lest som UTF-8.
intake-note-utf16 = Lest som Unicode-tekst (UTF-16).
intake-note-windows = Lest som Windows-1252: se etter at navnene er riktig skrevet.
intake-note-ignored = Kolonnen «{ $column }» er ikke kjent og blir ikke tatt med.
intake-note-names = Navnene står i én kolonne: det siste ordet, eller det som står foran et komma, er etternavnet.
## Hva som ville blitt gjort
intake-summary = { $added } legges til, { $changed } endres, { $unchanged } uendret, { $refused } avvist
intake-added = Rad { $row }: { $name } ({ $reference })
intake-changed = Rad { $row }: { $name } ({ $reference }): { $changes }
intake-change = { $field }: { $old } -> { $new }
intake-change-unsaid = { $field } (en annen tekst)
intake-nothing = ingenting
## Hvorfor noe blir avvist
intake-row = Rad { $row }
intake-row-line = Rad { $row } (linje { $line })
intake-refused = { $place }: { $why }
intake-refused-column = { $place }, { $column }: { $why }
intake-refused-value = { $place }, { $column } «{ $value }»: { $why }
intake-twice = Denne referansen står også i rad { $row }.
intake-cells = Denne raden har { $cells ->
    [one] { $cells } celle
   *[other] { $cells } celler
}, overskriften har { $columns }.
intake-quote-open = Et anførselstegn åpnes og lukkes aldri. Ingenting etter det er lest.
intake-quote-after = Det står tekst etter et avsluttende anførselstegn. Ingenting etter det er lest.
