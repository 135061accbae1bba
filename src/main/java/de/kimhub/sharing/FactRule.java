package de.kimhub.sharing;

import de.kimhub.message.EventType;
import de.kimhub.message.Measure;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of {@code facts} in {@code sharing.yaml}: what of whom is counted for the steering group.
 *
 * @param from     codes of {@code stelle}, or {@code instance:<id>}
 * @param approval of the supreme authority, without which no social data are used for statistics (§ 75 SGB X)
 */
public record FactRule(String id, Set<String> from, Set<EventType> events, Measure measure, String legalBasis,
                       boolean needsConsent, Optional<Approval> approval) {

    static final String PURPOSE = "statistics";
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
