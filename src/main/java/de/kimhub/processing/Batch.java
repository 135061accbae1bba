package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.Documents.Document;
import de.kimhub.intake.IntakeProblems;
import de.kimhub.message.Problem;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.Translation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Some records of one document, translated, that take effect in one transaction.
 *
 * @param before       the progress mark that must still stand
 * @param after        where it moves
 */
record Batch(Document document, Instance instance, boolean firstLoad, List<Item> items, ReadMark before,
             ReadMark after, LocalDate today) {

    /** @param translation {@code null} for a record that the format could not take apart */
    record Item(RawRecord record, Translation translation) {
    }

    static Batch of(Document document, Instance instance, boolean firstLoad, List<RawRecord> records, ReadMark before,
                    ReadMark after) {
        List<Item> items = new ArrayList<>(records.size());
        for (RawRecord record : records) {
            items.add(new Item(record, switch (record) {
                case RawRecord.Readable readable -> translate(instance, readable);
                case RawRecord.Unreadable unreadable -> null;
            }));
        }
        return new Batch(document, instance, firstLoad, items, before, after, LocalDate.now());
    }

    /** A mapping that fails on a record must not stop the others. */
    private static Translation translate(Instance instance, RawRecord.Readable record) {
        try {
            return Admission.asTaken(instance, instance.connector().translator().translate(record));
        } catch (RuntimeException e) {
            return new Translation.Refused(List.of(new Problem(IntakeProblems.CANNOT_BE_PROCESSED, record.place(),
                    "the mapping fails on the record (" + Passing.kind(e) + "). Have the cause mended, then replay it.")),
                    null, null);
        }
    }

    boolean beginsDocument() {
        return before.equals(ReadMark.START);
    }

    /** The first half and the second, so that a record on which the work fails can be found. */
    List<Batch> halves() {
        int middle = items.size() / 2;
        RawRecord next = items.get(middle).record();
        ReadMark between = new ReadMark(next.offset(), items.get(middle - 1).record().number(), next.line() - 1);
        return List.of(
                new Batch(document, instance, firstLoad, items.subList(0, middle), before, between, today),
                new Batch(document, instance, firstLoad, items.subList(middle, items.size()), between, after,
                        today));
    }
}
