package de.kimhub.runtime.bench;

import static de.kimhub.runtime.bench.GermanMarkdown.german;
import static de.kimhub.runtime.bench.GermanMarkdown.line;
import static de.kimhub.runtime.bench.GermanMarkdown.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
        row(text, "| Fälle im Jahr, Tabellen", stages, one -> german("%,d, %s", one.cases(), one.detail() ? "C + D" : "C"));
        line(text, "|---%s|", "|--:".repeat(stages.size()));
        row(text, "| Gemeinden", stages, one -> german("%d", one.municipalities()));
        row(text, "| Gruppen; Zellen", stages, one -> german("%,d; %,d", one.ledger().base().length, one.ledger().cells().size()));
        row(text, "| davon unter der Mindestzahl", stages, one -> german("%,d", one.small()));
        row(text, "| **gezeigt von den Zellen, die nicht 0 sind**", stages, one -> german("**%.0f %%**", 100 * one.shownCells()));
        row(text, "| höchstens zu zeigen, ohne sekundär Verborgene", stages,
                one -> german("%.0f %%", 100.0 * (one.notZero() - one.small()) / one.notZero()));
        row(text, "| gezeigt von den gezählten Fällen", stages, one -> german("%.1f %%", 100 * one.shownMass()));
        row(text, "| Beweise; ohne Beweis", stages, one -> german("%,d; %d", one.witnesses(), one.protection().unproven().size()));
        row(text, "| Abweichungen beim Nachrechnen", stages, one -> german("%d", one.findings()));
        row(text, "| **Sekunden**", stages, one -> german("**%,.0f**", one.time().toMillis() / 1000.0));
        row(text, "| Prozessorsekunden", stages, one -> german("%,.0f", one.processor().toMillis() / 1000.0));
        row(text, "| Sekunden des Nachrechnens", stages, one -> german("%,.1f", one.verifying().toMillis() / 1000.0));
        row(text, "| Last der Maschine am Ende (wartende Prozesse)", stages, one -> german("%.1f", one.load()));
        line(text, "");
        line(text, "- Sekunden gelten nur für diese unruhige Maschine; Prozessorsekunden hängen wenig davon ab, was sonst läuft.");
        return text.toString();
    }

    List<Map<String, Object>> values() {
        return stages.stream().map(DisclosureStage::values).toList();
    }
}
