package de.kimhub.kit;

import de.kimhub.message.Problem;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.RecordReader;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that comes of one document.
 *
 * @param opened   whether its records could be read at all
 * @param records  all records, also unreadable ones
 * @param accepted with the number of the record in {@code numbers} at the same index
 * @param refusals problems of the document, of unreadable and of refused records
 * @param findings what else was noticed; nothing is refused for it
 * @param texts    what would stand in a log if somebody logged the objects
 */
record SampleRun(boolean opened, List<RawRecord> records, List<Long> numbers, List<Translation.Accepted> accepted,
                 List<Problem> refusals, List<Problem> findings, List<String> texts) {

    private static final int AT_ONCE = 100;

    /** @param file as the tool gives it, or as it is stored */
    static SampleRun of(Translator translator, byte[] file) {
        byte[] document = stored(translator, file);
        SampleRun run = new SampleRun(true, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>());
        Opening opening = translator.open(DocumentContent.of(document), ReadMark.START);
        run.texts.add(opening.toString());
        return switch (opening) {
            case Opening.RefusedDocument refused -> run.refused(refused.problems());
            case Opening.Opened opened -> run.read(translator, opened, document.length);
        };
    }

    /** What is stored of the file, and what places in it refer to. */
    static byte[] stored(Translator translator, byte[] file) {
        try {
            return translator.incoming(new ByteArrayInputStream(file)).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("A document in memory cannot be read", failure);
        }
    }

    private SampleRun refused(List<Problem> problems) {
        refusals.addAll(problems);
        return new SampleRun(false, records, numbers, accepted, refusals, findings, texts);
    }

    private SampleRun read(Translator translator, Opening.Opened opened, int length) {
        findings.addAll(opened.findings());
        try (RecordReader reader = opened.reader()) {
            List<RawRecord> next = reader.read(AT_ONCE);
            while (!next.isEmpty()) {
                next.forEach(record -> add(translator, record));
                if (records.size() > length + 1) {
                    throw new IllegalStateException("The reader gives more records than the document has bytes");
                }
                next = reader.read(AT_ONCE);
            }
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException("A document in memory cannot be read", failure);
        }
    }

    private void add(Translator translator, RawRecord record) {
        records.add(record);
        texts.add(record.toString());
        switch (record) {
            case RawRecord.Unreadable unreadable -> refusals.add(unreadable.problem());
            case RawRecord.Readable readable -> {
                Translation translation = translator.translate(readable);
                texts.add(translation.toString());
                switch (translation) {
                    case Translation.Accepted taken -> {
                        numbers.add(record.number());
                        accepted.add(taken);
                    }
                    case Translation.Refused refused -> refusals.addAll(refused.problems());
                    case Translation.NoRecord declared -> texts.add(declared.declaredAs());
                }
            }
        }
    }

    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(refusals);
        all.addAll(findings);
        return all;
    }

    /** What the translation makes of the document, as comparable text. */
    List<String> meaning() {
        return accepted.stream().map(SampleRun::meaning).toList();
    }

    static String meaning(Translation.Accepted taken) {
        StringBuilder text = new StringBuilder(taken.key()).append('\n').append(taken.caseNumber()).append('\n')
                .append(taken.content());
        for (Translation.EventDraft draft : taken.drafts()) {
            text.append('\n').append(draft.rule()).append(draft.type()).append(draft.applies()).append(draft.retracts())
                    .append(draft.watched()).append('\u0001').append(draft.identity());
            draft.fields().forEach((field, values) -> text.append('\n').append(field.path()).append(values));
        }
        return text.toString();
    }
}
