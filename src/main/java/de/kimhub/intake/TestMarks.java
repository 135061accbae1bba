package de.kimhub.intake;

import de.kimhub.connector.Instance;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.RecordReader;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * Keeps test data and real ones apart at the door. A document is marked as test data when its name says so, or the name
 * of the view that it was read from; or when every record in it is, by the condition {@code record.test} of its connector.
 */
final class TestMarks {

    private static final String MARK = "testdaten";
    private static final int AT_ONCE = 500;

    private TestMarks() {
    }

    /** Whether its name marks it. @throws DocumentRefused when it does, and the instance takes real data */
    static boolean byName(Instance instance, String name) {
        boolean marked = says(name) || instance.receive().map(endpoint -> endpoint.parameters().get("view"))
                .filter(TestMarks::says).isPresent();
        if (marked && !instance.inTest()) {
            throw new DocumentRefused(IntakeProblems.TEST_DOCUMENT, instance.id() + ": the name of a file or view marks it as"
                    + " test data ('" + MARK + "'), and the instance takes real ones. Rename it if it is none, or give it to"
                    + " an instance with 'mode: test'.");
        }
        return marked;
    }

    /** @throws DocumentRefused when any record is not marked */
    static void byContent(Instance instance, DocumentContent content) {
        if (!marked(instance.connector().translator(), content)) {
            throw new DocumentRefused(IntakeProblems.NOT_MARKED, instance.id() + ": the instance is in test and takes marked"
                    + " test data only. Write '" + MARK + "' into the name of the file or view if it is such, or have all"
                    + " records marked. For real data the instance's file needs 'release' and 'mode: live'.");
        }
    }

    private static boolean says(String name) {
        return name.toLowerCase(Locale.ROOT).contains(MARK);
    }

    private static boolean marked(Translator translator, DocumentContent content) {
        if (!(translator.open(content, ReadMark.START) instanceof Opening.Opened opened)) {
            return false;
        }
        try (RecordReader reader = opened.reader()) {
            boolean any = false;
            for (List<RawRecord> some = reader.read(AT_ONCE); !some.isEmpty(); some = reader.read(AT_ONCE)) {
                if (!some.stream().allMatch(record -> record instanceof RawRecord.Readable readable
                        && translator.translate(readable) instanceof Translation.Accepted accepted && accepted.test())) {
                    return false;
                }
                any = true;
            }
            return any;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
