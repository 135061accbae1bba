package de.kimhub.processing;

import de.kimhub.sharing.DisclosureBlocks;
import java.util.List;
import java.util.Map;

/**
 * Everything that the hub holds of one person and gave to others (Art. 15 DSGVO). It holds their data: it is for the
 * person and for who answers them, and goes nowhere else. Days are ISO, field values by canonical path.
 *
 * @param underBlock whether an Auskunftssperre stands
 * @param copies where raw records of theirs may still lie until their time is over
 */
public record PersonReport(String madeAt, boolean underBlock, List<DisclosureBlocks.Noted> blocks, List<File> files,
                           List<GivenConsent> consents, List<Event> events,
                           List<LinkStep> links, List<Copy> copies) {

    /**
     * A file of one source.
     *
     * @param number   {@code null} when it was deleted already
     * @param closedOn {@code null} while it is worked on
     * @param versions what the source wrote of the person, the latest first
     */
    public record File(String instance, String number, String seenAt, String closedOn,
                       List<Map<String, List<String>>> versions) {
    }

    /** A consent, and what it names. */
    public record GivenConsent(long number, String takenBy, List<String> purposes, List<String> sources,
                               List<String> recipients, List<String> dataCategories, String validFrom, String validUntil,
                               String formVersion, String formLanguage, boolean representative, boolean secrecyRelease,
                               String withdrawnOn) {
    }

    /**
     * Something that a source told.
     *
     * @param content  without what it says of the person, which stands with the file
     * @param leftOut  in German, why it has no content; empty: it has
     * @param withheld recipients that did not get it, with the reason
     * @param waiting  recipients for whom it waits, with the rule
     */
    public record Event(long number, String instance, String type, String kind, String state, String occurredOn,
                        Map<String, List<String>> content, String leftOut, List<Delivery> given, Map<String, String> withheld,
                        Map<String, String> waiting) {
    }

    /**
     * @param deliveredOn {@code null} when it is sealed and not yet there
     * @param remark      in German, how far the fields can be told; empty: they are those of the rule as it is now
     */
    public record Delivery(String instance, String sealedOn, String deliveredOn, String rule, List<String> fields,
                           String remark) {
    }

    /** How files came to be taken for one person's, or were parted. @param by a role, nobody's name */
    public record LinkStep(long number, String at, String by, String kind, int files) {
    }

    /** @param kind in German */
    public record Copy(String kind, String instance, long document, Long record, String since) {
    }
}
