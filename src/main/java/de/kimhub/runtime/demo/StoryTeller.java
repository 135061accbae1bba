package de.kimhub.runtime.demo;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import de.kimhub.runtime.demo.Story.Step;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.tool.ReceivedItem;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets a story happen and shows after each step what the tools really hold, and what the hub decided. */
final class StoryTeller {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.GERMAN);
    private static final String DECISIONS = """
            select e.id, e.type, e.kind, e.withheld, i.id as source,
                   (select string_agg(r.id || ' (Regel ' || b.rules[array_position(b.event_ids, e.id)] || ')', ', ')
                      from hub.delivery_batch b join hub.instance r on r.no = b.recipient_no
                     where b.kind = 0 and e.id = any(b.event_ids)) as delivered
              from hub.event e join hub.instance i on i.no = e.instance_no
             where e.id > ? order by e.id""";

    private final DemoKreis kreis;
    private final PrintWriter out;
    private final Map<Office, Integer> shown = new EnumMap<>(Office.class);
    private long lastEvent;

    StoryTeller(DemoKreis kreis, PrintWriter out) {
        this.kreis = kreis;
        this.out = out;
    }

    /** @return whether the hub finished every step in time */
    boolean tell(Story story) {
        out.println(story.title());
        int number = 0;
        LocalDate month = LocalDate.now().minusYears(1).withDayOfMonth(1);
        for (Step step : story.steps()) {
            month = month.plusMonths(1);
            out.printf("%n%d. %s%s%n", ++number, when(step), step.text());
            kreis.handOver(step.happening(), month, step.withJobcenter());
            if (!kreis.awaitDrained(PATIENCE)) {
                out.println("   Der Hub ist damit nach einer Minute nicht fertig geworden.");
                return false;
            }
            decisions();
            holdings(story);
            out.flush();
        }
        return true;
    }

    private static String when(Step step) {
        return step.happening().isEmpty() ? ""
                : step.happening().getLast().on().format(MONTH) + ": ";
    }

    private void decisions() {
        JdbcTemplate jdbc = kreis.books().jdbc();
        List<Map<String, Object>> events = jdbc.query(DECISIONS, (row, no) -> {
            lastEvent = Math.max(lastEvent, row.getLong("id"));
            var withheld = row.getArray("withheld");
            return Map.<String, Object>of(
                    "what", EventType.byNumber(row.getInt("type")).germanText() + " ("
                            + MessageKind.values()[row.getInt("kind")].germanText() + ", von "
                            + row.getString("source") + ")",
                    "delivered", row.getString("delivered") == null ? "" : row.getString("delivered"),
                    "withheld", withheld == null ? List.of() : List.of((String[]) withheld.getArray()));
        }, lastEvent);
        if (events.isEmpty()) {
            out.println("   Der Hub macht daraus kein Ereignis.");
        }
        for (Map<String, Object> event : events) {
            out.println("   Ereignis: " + event.get("what"));
            if (!event.get("delivered").toString().isEmpty()) {
                out.println("     geliefert an: " + event.get("delivered"));
            }
            withheld((List<?>) event.get("withheld"));
        }
    }

    private void withheld(List<?> entries) {
        Map<String, List<String>> byReason = entries.stream().map(Object::toString).collect(Collectors.groupingBy(
                entry -> entry.substring(entry.indexOf(':') + 1),
                Collectors.mapping(entry -> entry.substring(0, entry.indexOf(':')), Collectors.toList())));
        byReason.forEach((reason, recipients) -> out.println("     nicht weitergegeben, weil " + text(reason) + ": "
                + String.join(", ", recipients)));
    }

    private static String text(String reason) {
        return switch (reason) {
            case "NO_RULE" -> "keine Regel es erlaubt";
            case "NOT_TAKEN" -> "das Verfahren es nicht aufnimmt";
            case "NOT_ENROLLED" -> "keine Einwilligung vorliegt";
            case "CONSENT_DOES_NOT_COVER" -> "die Einwilligung die Stelle nicht nennt";
            case "CONSENT_WITHDRAWN" -> "die Einwilligung widerrufen ist";
            case "CONSENT_EXPIRED" -> "die Einwilligung abgelaufen ist";
            case "NO_SECRECY_RELEASE" -> "die Schweigepflichtentbindung fehlt";
            case "UNKNOWN_TO_RECIPIENT" -> "die Stelle die Person nicht kennt";
            case "BLOCKED" -> "das Gesetz es ausschließt";
            default -> reason;
        };
    }

    private void holdings(Story story) {
        for (Office office : Office.values()) {
            List<ReceivedItem> items = kreis.tools().received(office).stream()
                    .filter(item -> item.fileNumber().equals(office.fileNumber(story.who()))).toList();
            List<ReceivedItem> fresh = items.subList(shown.getOrDefault(office, 0), items.size());
            shown.put(office, items.size());
            if (!fresh.isEmpty()) {
                out.println("   Neu im Verfahren von " + office.title() + " unter " + office.fileNumber(story.who()) + ":");
                fresh.forEach(item -> out.println("     " + row(item)));
            }
        }
        if (Arrays.stream(Office.values()).allMatch(office -> kreis.tools().received(office).isEmpty())) {
            out.println("   Kein Verfahren hat vom Hub etwas bekommen.");
        }
    }

    private static String row(ReceivedItem item) {
        return item.row().entrySet().stream()
                .filter(entry -> entry.getValue() != null && !entry.getValue().isEmpty())
                .filter(entry -> !List.of("nr", "id", "eingegangen_am", "geaendert_am").contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining(" | "));
    }
}
