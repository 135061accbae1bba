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

    private static String change(double difference) {
        return difference == 0 ? "so viele wie " : Figure.number(Math.abs(difference)) + (difference > 0 ? " mehr als " : " weniger als ");
    }

    private static String period(Category period) {
        return (Character.isDigit(period.label().charAt(0)) && period.label().contains("Quartal") ? "im " : "") + period.label();
    }
}
