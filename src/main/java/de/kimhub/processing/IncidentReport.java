package de.kimhub.processing;

import java.util.List;

/**
 * What a notice to the supervisory authority needs (Art. 33(3) DSGVO). No content of the data: fields are named by path.
 *
 * @param about      in German, without a file number
 * @param knownSince when the body learnt of it
 * @param due        72 hours later
 * @param persons    affected
 * @param records    events concerned
 * @param categories kinds of data in German, with the number of events in which they were given
 * @param underBlock whether one of them is under an Auskunftssperre
 * @param frozen     whether nothing of them goes out now
 */
public record IncidentReport(String madeAt, String about, String knownSince, String due, long hoursLeft, int persons, int files,
                             int records, List<Category> categories, boolean underBlock, boolean frozen,
                             List<Recipient> recipients) {

    public record Category(String name, int records) {
    }

    /** @param onTheWay of how many events the delivery is not confirmed */
    public record Recipient(String instance, int events, int onTheWay, String first, String last, List<String> fields,
                            List<Given> given) {
    }

    /** @param remark in German, how far the fields can be told; empty: they are those of the rule as it is now */
    public record Given(long event, String type, String deliveredOn, String rule, List<String> fields, String remark) {
    }
}
