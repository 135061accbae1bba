package de.kimhub.steering.board;

import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Figure;
import java.util.Optional;

/** Findings as sentences. */
final class Words {

    private Words() {
    }

    /** {@code 431 Fälle, 12 mehr als im 2. Quartal 2026}. */
    static String amount(Reading reading, Figure now, Optional<Figure> before) {
        if (!now.shown()) {
            return now == Figure.HIDDEN ? "die Zahl ist zum Schutz einzelner Menschen geheim" : "die Zahl ist unbekannt";
        }
        String change = before.map(figure -> Derived.change(now, figure)).filter(Figure::shown)
                .map(figure -> ", " + change(figure.value()) + reading.before().map(Words::period).orElse("")).orElse("");
        return now.spoken() + " " + reading.table().about().unit() + change;
    }

    /** {@code 3. Quartal 2026} for {@code 2026-Q3}; others stay. */
    static String periodOf(String code) {
        return code.matches("\\d{4}-Q[1-4]") ? code.charAt(6) + ". Quartal " + code.substring(0, 4) : code;
    }

    private static String change(double difference) {
        return difference == 0 ? "so viele wie " : Figure.number(Math.abs(difference)) + (difference > 0 ? " mehr als " : " weniger als ");
    }

    private static String period(Category period) {
        return (period.label().contains("Quartal") || period.label().startsWith("Berichtsjahr") ? "im " : "") + period.label();
    }
}
