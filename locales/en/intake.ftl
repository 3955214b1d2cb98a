## Columns: other names that are understood, separated by semicolons
field-name = Name
field-name-also = full name; person
field-reference-also = ref; reference number; prisoner number; number; id
field-given-also = first name; forename; given names; given
field-family-also = last name; surname; family
field-languages-also = language; speaks; spoken languages
field-interpreter-also = interpreter; needs interpreter
field-country-also = nationality; citizenship; country of origin
field-born-also = born; birth date; birthdate; dob
field-sentence-start-also = sentence start; sentence start date; start of sentence
field-release-also = release; date of release; released
field-occupation-also = work; activity
field-legal-status-also = status
field-consent-also = consent
field-waiting-since-also = waiting from; waiting; waiting list since
field-note-also = notes; remark; remarks; comment; comments
## The file as a whole
import-unreadable = { $place } cannot be read: { $why }. Check the name of the file and its rights.
intake-too-big = The file is larger than 64 MB: divide it and import the parts.
intake-spreadsheet = This is a spreadsheet file: open it in the spreadsheet and save it as CSV, then import that.
intake-not-text = This is not a text file: save the list as CSV (UTF-8), then import that.
intake-damaged = The text is damaged on line { $line }: save the list again as CSV (UTF-8), then import that.
intake-empty = The file is empty: the first row must name the columns.
intake-no-column = No column is called "{ $column }". The file has: { $found }. Rename one, then import again.
intake-column-twice = The columns "{ $first }" and "{ $second }" say the same: delete one, then import again.
intake-header = The row that names the columns cannot be read: { $why }
intake-note-utf8 = Read as UTF-8.
intake-note-utf16 = Read as Unicode text (UTF-16).
intake-note-windows = Read as Windows-1252: see that the names are spelled right.
intake-note-ignored = The column "{ $column }" is not understood and is left out.
intake-note-names = Names are in one column: the last word, or what stands before a comma, is the family name.
## What would be done
intake-summary = { $added } to add, { $changed } to change, { $unchanged } unchanged, { $refused } refused
intake-added = Row { $row }: { $name } ({ $reference })
intake-changed = Row { $row }: { $name } ({ $reference }): { $changes }
intake-change = { $field }: { $old } -> { $new }
intake-change-unsaid = { $field } (another text)
intake-nothing = nothing
## Why something is refused
intake-row = Row { $row }
intake-row-line = Row { $row } (line { $line })
intake-refused = { $place }: { $why }
intake-refused-column = { $place }, { $column }: { $why }
intake-refused-value = { $place }, { $column } "{ $value }": { $why }
intake-twice = This reference is in row { $row } too.
intake-cells = This row has { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}, the header has { $columns }.
intake-quote-open = A quotation mark is opened and never closed. Nothing after it was read.
intake-quote-after = Text follows a closing quotation mark. Nothing after it was read.
