package de.kimhub.scaffold;

import java.util.Map;

/** Writes {@code receive.yaml}. */
final class ReceiveText {

    private final Draft draft;
    private final StringBuilder yaml = new StringBuilder("# yaml-language-server: $schema=../../config/schema/receive.json\n");

    private ReceiveText(Draft draft) {
        this.draft = draft;
    }

    static String of(Draft draft) {
        ReceiveText text = new ReceiveText(draft);
        text.record();
        text.fields();
        text.events();
        return text.yaml.toString();
    }

    private void record() {
        if (draft.key.isEmpty() && draft.sums == null) {
            line("# " + draft.keyWhy);
            line("# ENTSCHEIDEN: gibt es Spalten, die einen Datensatz eindeutig machen? Dann: record: {key: [...]}");
            return;
        }
        line("record:");
        if (draft.key.isEmpty()) {
            line("  # " + draft.keyWhy);
            line("  # ENTSCHEIDEN: gibt es Spalten, die einen Datensatz eindeutig machen? Dann: key: [...]");
        } else {
            line("  # " + Yaml.comment(draft.keyWhy));
            line("  key: [" + Yaml.text(draft.key.getFirst()) + "]");
        }
        if (draft.sums != null) {
            line("  # die letzte Zeile der Probe beginnt wie eine Summenzeile");
            line("  noRecord:");
            line("    - {column: " + Yaml.text(draft.sums) + ", matches: \"" + Draft.SUM.pattern() + "\", as: Summenzeile}");
        }
    }

    private void fields() {
        line("fields:");
        comment("  ", draft.caseNumberWhy, draft.caseNumberWhy.contains("ENTSCHEIDEN") || draft.caseNumber.sure());
        line("  case.number: {from: " + Yaml.text(draft.caseNumber.column()) + ", required: true}");
        for (Guess guess : draft.fields()) {
            comment("  ", guess.why(), guess.sure());
            decisions(guess);
            line("  " + guess.path() + ": " + guess.mapping(false));
        }
        draft.events.commonDays.forEach((path, guess) -> {
            comment("  ", ColumnGuesser.days(guess.profile()), false);
            line("  " + path + ": " + guess.to(path, "").mapping(false));
        });
        day();
    }

    private void decisions(Guess guess) {
        guess.meaning().codeList().ifPresent(list -> {
            if (CodeListDraft.isNeeded(guess)) {
                line("  # in der Schlüsseltabelle fehlen Werte (" + guess.profile().unknown(list).size() + "): codelists/"
                        + CodeListDraft.name(guess) + ".csv");
            }
        });
        switch (guess.meaning()) {
            case CUSTOMER_NUMBER, BENEFIT_COMMUNITY -> line("  # verlässt den SGB-II-Bereich nie (§ 51a SGB II)");
            case AZR -> line("  # ENTSCHEIDEN: darf die AZR-Nummer übernommen werden (§ 10 Abs. 4 AZRG)? Sonst unter"
                    + " unusedColumns");
            case TELEPHONE, EMAIL, STREET, PASSPORT -> line("  # ENTSCHEIDEN: darf ein Empfänger das haben? Sonst unter"
                    + " unusedColumns");
            default -> {
                // what serves to recognise the person, or tells of the event, needs no more words
            }
        }
    }

    private void day() {
        if (draft.events.day != null) {
            Guess day = draft.events.day;
            String path = day.profile().dates().timed() ? "event.occurredAt" : "event.occurredOn";
            comment("  ", ColumnGuesser.days(day.profile()), EventWords.isGeneralDay(day.column()));
            line("  " + path + ": " + day.to(path, "").mapping(true));
        } else if (draft.events.rules.stream().anyMatch(rule -> rule.days().isEmpty())) {
            line("  # ENTSCHEIDEN: an welchem Tag war das Ereignis? Die Probe hat keine Spalte mit Datumsangaben dafür");
            line("  event.occurredOn: {constant: \"@today\"}");
        }
    }

    private void events() {
        line("# was ein Datensatz bedeutet");
        line("events:");
        for (EventRule rule : draft.events.rules) {
            comment("  ", rule.why(), rule.why().startsWith("ENTSCHEIDEN"));
            line("  - type: " + rule.type().code());
            if (rule.column() != null) {
                line("    when: {column: " + Yaml.text(rule.column()) + ", " + (rule.equals() == null ? "is: filled"
                        : "equals: " + Yaml.text(rule.equals())) + "}");
            }
            if (draft.events.status != null) {
                line("    # UNSICHER: so wird ein Ereignis zurückgenommen");
                line("    retracts: {column: " + Yaml.text(draft.events.status.column()) + ", equals: "
                        + Yaml.text(draft.events.takenBack) + "}");
            }
            if (!rule.days().isEmpty()) {
                line("    fields:");
                for (Map.Entry<String, Guess> day : rule.days().entrySet()) {
                    line("      " + day.getKey() + ": " + day.getValue().to(day.getKey(), "")
                            .mapping(day.getKey().startsWith("event.occurred")));
                }
            }
        }
        undecided();
        if (draft.snapshot) {
            line("# ENTSCHEIDEN: was heißt es, dass eine Person im nächsten Bestand fehlt? Nichts, oder zum Beispiel:");
            line("# vanished: [{type: benefit.ended, fields: {benefit.endsOn: {constant: \"@today\"}}}]");
        }
    }

    private void undecided() {
        if (draft.events.undecided.isEmpty()) {
            return;
        }
        String column = draft.events.kind.column();
        for (String value : draft.events.undecided) {
            line("# ENTSCHEIDEN: was bedeutet '" + Yaml.comment(value) + "' in '" + column + "' ("
                    + draft.events.kind.profile().counts().get(value) + " Zeilen)? Eine Regel wie oben, oder nichts: record.noRecord");
        }
    }

    private void comment(String indent, String why, boolean sure) {
        if (!why.isEmpty() || !sure) {
            line(indent + "# " + (sure ? "" : "UNSICHER: ") + Yaml.comment(why.isEmpty() ? "nur der Name der Spalte sagt es" : why));
        }
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
