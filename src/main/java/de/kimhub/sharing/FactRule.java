package de.kimhub.sharing;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.Measure;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule of {@code facts} in {@code sharing.yaml}: what of whom is counted for the steering group.
 *
 * @param from     codes of {@code stelle}, or {@code instance:<id>}
 * @param approval of the supreme authority, without which no social data are used for statistics (§ 75 SGB X)
 */
public record FactRule(String id, Set<String> from, Set<EventType> events, Measure measure, String legalBasis,
                       boolean needsConsent, Optional<Approval> approval) {

    public static final String PURPOSE = "statistics";
    /** All that may be kept of an event that is counted. */
    public static final Set<Field> FIELDS = Stream.of("event.occurredOn", "event.municipality", "consultation.theme", "consultation.kind",
            "appointment.at", "appointment.kind", "course.startsOn", "course.kind", "course.result",
            "course.languageLevel", "case.closeReason", "naturalisation.decision")
            .map(CanonicalSchema::field).collect(Collectors.toUnmodifiableSet());
    static final String STEERING_GROUP = "lenkungsgruppe";
    private static final Set<String> SOCIAL_DATA = Set.of("jobcenter", "agentur-fuer-arbeit");

    public record Approval(String reference, LocalDate date) {
    }

    static boolean needsApproval(String authority) {
        return SOCIAL_DATA.contains(authority);
    }

    public boolean appliesTo(Party sender, EventType type) {
        return events.contains(type) && (from.contains(sender.authority()) || from.contains(sender.named()))
                && (approval.isPresent() || !needsApproval(sender.authority()));
    }
}
