package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.message.MessageKind;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Structural issues that tools tell become hurdles of the steering group's list, which the KI approves before others see them.
 * They concern no person. In the caller's transaction.
 */
@Component
class RaisedHurdles {

    private static final String UNNAMED = "orientierung";

    private final JdbcClient jdbc;

    RaisedHurdles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(Instance source, List<NewEvent> events, LocalDate today) {
        if (source.inTest()) {
            return;
        }
        for (NewEvent event : events) {
            if (event.held() || event.test() || event.kind() == MessageKind.RETRACTION) {
                continue;
            }
            switch (event.type()) {
                case STRUCTURAL_ISSUE_RAISED -> raise(source, event, today);
                case STRUCTURAL_ISSUE_RESOLVED -> jdbc.sql("select cube.solve_hurdle(?, ?)")
                        .params(source.id(), reference(event)).query((row, no) -> true).list();
                default -> { }
            }
        }
    }

    private void raise(Instance source, NewEvent event, LocalDate today) {
        String theme = event.fields().first("structuralIssue.theme");
        jdbc.sql("select cube.raise_hurdle(?, ?, ?, ?, ?)").params(source.id(), reference(event), theme == null ? UNNAMED : theme,
                "Neue Meldung von " + source.title().substring(0, Math.min(source.title().length(), 120)),
                event.occurredOn(today)).query((row, no) -> true).list();
    }

    private static String reference(NewEvent event) {
        String id = event.fields().first("structuralIssue.id");
        return id == null ? "event " + event.id() : id;
    }
}
