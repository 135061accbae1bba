package de.kimhub.runtime.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The figures of disclosure control, one column for each release. */
record DisclosureReport(List<DisclosureStage> stages) {

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "# Geheimhaltung, Messung vom %s", LocalDate.now());
        line(text, "");
        line(text, "Erfundene Kreise: ein Jahr in vier Quartalen, zehn Themen, sechs Stellen, die alle als Insider zählen; Mindestzahl %d. "
                + "C: alle Tabellen aus Gemeinde, Thema, Stelle und Quartal mit zwei Merkmalen. D: dazu Gemeinde mal Thema mal Quartal. "
                + "%d Prozessoren, Java %s.", stages.getFirst().ledger().threshold(), Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
        line(text, "");
        row(text, "| Fälle im Jahr, Tabellen", one -> german("%,d, %s", one.cases(), one.detail() ? "C + D" : "C"));
        line(text, "|---%s|", "|--:".repeat(stages.size()));
        row(text, "| Gemeinden", one -> german("%d", one.municipalities()));
        row(text, "| Gruppen; Zellen", one -> german("%,d; %,d", one.ledger().base().length, one.ledger().cells().size()));
        row(text, "| davon unter der Mindestzahl", one -> german("%,d", one.small()));
        row(text, "| **gezeigt von den Zellen, die nicht 0 sind**", one -> german("**%.0f %%**", 100 * one.shownCells()));
        row(text, "| höchstens zu zeigen, ohne sekundär Verborgene", one -> german("%.0f %%", 100.0 * (one.notZero() - one.small()) / one.notZero()));
        row(text, "| gezeigt von den gezählten Fällen", one -> german("%.1f %%", 100 * one.shownMass()));
        row(text, "| Beweise; ohne Beweis", one -> german("%,d; %d", one.witnesses(), one.protection().unproven().size()));
        row(text, "| Abweichungen beim Nachrechnen", one -> german("%d", one.findings()));
        row(text, "| **Sekunden**", one -> german("**%,.0f**", one.time().toMillis() / 1000.0));
        row(text, "| Prozessorsekunden", one -> german("%,.0f", one.processor().toMillis() / 1000.0));
        row(text, "| Sekunden des Nachrechnens", one -> german("%,.1f", one.verifying().toMillis() / 1000.0));
        row(text, "| Last der Maschine am Ende (wartende Prozesse)", one -> german("%.1f", one.load()));
        line(text, "");
        line(text, "- Sekunden gelten nur für diese unruhige Maschine; Prozessorsekunden hängen wenig davon ab, was sonst läuft.");
        return text.toString();
    }

    private void row(StringBuilder text, String name, Function<DisclosureStage, String> figure) {
        text.append(name);
        stages.forEach(one -> text.append(" | ").append(figure.apply(one)));
        text.append(" |\n");
    }

    private static String german(String format, Object... values) {
        return String.format(Locale.GERMAN, format, values);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(german(format, values)).append('\n');
    }

    List<Map<String, Object>> values() {
        return stages.stream().map(DisclosureStage::values).toList();
    }
}
