package de.kimhub.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** All that is proposed for a connector. */
final class Draft {

    static final Pattern SUM = Pattern.compile("(Summe|Gesamt|Anzahl|Total).*");

    final String id;
    final Table table;
    final List<Guess> guesses;
    final EventGuesser events;
    /** Column of the tool's own file number; never null. */
    final Guess caseNumber;
    final String caseNumberWhy;
    /** Columns that identify a record; empty: its content does. */
    final List<String> key = new ArrayList<>();
    String keyWhy;
    final boolean snapshot;
    final String deliveryWhy;
    /** Column in which sums stand at the end; or null. */
    final String sums;

    Draft(String id, Table sample) {
        this.id = id;
        int last = sample.rows().size() - 1;
        int sumColumn = firstFilled(sample.rows().get(last));
        boolean summed = last > 0 && sumColumn >= 0 && SUM.matcher(sample.rows().get(last).get(sumColumn)).matches();
        this.sums = summed ? sample.columns().get(sumColumn) : null;
        this.table = summed ? new Table(sample.format(), sample.columns(), sample.rows().subList(0, last),
                sample.unreadable()) : sample;
        this.guesses = new ArrayList<>(ColumnGuesser.guesses(table));
        this.events = EventGuesser.of(guesses);
        this.caseNumber = caseNumber();
        this.caseNumberWhy = caseNumber.path() != null && caseNumber.path().equals("case.number") ? caseNumber.why()
                : caseNumber.meaning() == Meaning.CUSTOMER_NUMBER ? caseNumber.why()
                : "ENTSCHEIDEN: welche Spalte ist das Aktenzeichen, unter dem das Fachverfahren die Person führt?"
                + " Angenommen ist '" + caseNumber.column() + "'";
        boolean onePerPerson = caseNumber.profile().isUnique() && caseNumber.profile().isFull();
        boolean told = events.kind != null && events.rules.stream().anyMatch(rule -> rule.equals() != null);
        this.snapshot = onePerPerson && !told && table.rows().size() > 1;
        this.deliveryWhy = snapshot ? "jedes Aktenzeichen steht in genau einer Zeile, und keine Spalte sagt, was geschehen ist:"
                + " vermutlich jedes Mal der ganze Bestand"
                : told ? "die Spalte '" + events.kind.column() + "' sagt, was geschehen ist: vermutlich einzelne Ereignisse"
                : "Aktenzeichen stehen in mehreren Zeilen: vermutlich ein Verlauf, also einzelne Ereignisse";
        key();
    }

    private static int firstFilled(List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) != null) {
                return i;
            }
        }
        return -1;
    }

    private Guess caseNumber() {
        return first(Meaning.FILE_NUMBER).or(() -> first(Meaning.CUSTOMER_NUMBER)).or(() -> first(Meaning.BAMF))
                .or(() -> first(Meaning.AZR)).or(() -> first(Meaning.ROW_KEY))
                .orElseGet(() -> guesses.stream().filter(guess -> guess.profile().isUnique() && guess.profile().isFull())
                        .filter(guess -> guess.meaning() == Meaning.NONE).findFirst().orElse(guesses.getFirst()));
    }

    private java.util.Optional<Guess> first(Meaning meaning) {
        return guesses.stream().filter(guess -> guess.meaning() == meaning && !guess.profile().isEmpty()).findFirst();
    }

    private void key() {
        Guess row = first(Meaning.ROW_KEY).filter(guess -> guess.profile().isUnique() && guess.profile().isFull())
                .orElse(null);
        if (row != null && !snapshot) {
            key.add(row.column());
            keyWhy = row.why();
        } else if (snapshot) {
            key.add(caseNumber.column());
            keyWhy = "das Aktenzeichen kommt in jeder Zeile einmal vor";
        } else {
            keyWhy = "UNSICHER: keine Spalte ist in jeder Zeile gefüllt und überall verschieden. Ohne Schlüssel gilt der Inhalt"
                    + " als Schlüssel: Berichtigungen sind dann nicht zu erkennen";
        }
    }

    /** Columns that fill a canonical field for all events, in the order of the sample. */
    List<Guess> fields() {
        return guesses.stream().filter(guess -> guess.path() != null && !guess.path().equals("case.number")).toList();
    }

    boolean reads(Guess guess) {
        return guess.path() != null && !(guess.path().equals("case.number") && guess != caseNumber) || guess == caseNumber
                || events.reads(guess) || key.contains(guess.column()) || guess.column().equals(sums);
    }

    List<Guess> unread() {
        return guesses.stream().filter(guess -> !reads(guess)).toList();
    }

    List<Guess> codeLists() {
        return fields().stream().filter(CodeListDraft::isNeeded).toList();
    }

    /** Kind of body, by what only it has; {@code null} when nothing tells. */
    String authority() {
        if (first(Meaning.CUSTOMER_NUMBER).or(() -> first(Meaning.BENEFIT_COMMUNITY)).isPresent()) {
            return "jobcenter";
        }
        List<String> types = events.rules.stream().filter(rule -> rule.column() != null)
                .map(rule -> rule.type().code().replaceFirst("\\..*", "")).toList();
        return types.contains("naturalisation") ? "einbuergerungsbehoerde" : types.contains("residence") ? "auslaenderbehoerde"
                : types.contains("course") ? "sprachkurstraeger" : types.contains("measure") ? "jobcenter"
                : first(Meaning.SCHOOL_LEVEL).isPresent() ? "schule" : types.contains("case") ? "wohlfahrtsverband" : null;
    }
}
