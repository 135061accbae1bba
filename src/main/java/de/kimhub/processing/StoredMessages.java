package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.SourceMessages;
import de.kimhub.intake.Documents;
import de.kimhub.intake.Quarantine;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.RecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Gives acknowledgements what intake keeps of the sources' messages. */
@Component
class StoredMessages implements SourceMessages {

    /** A longer document or record is not given back. In bytes. */
    private static final int LONGEST = 8 * 1024 * 1024;
    private static final int AT_ONCE = 100;

    private final Documents documents;
    private final Quarantine quarantine;

    StoredMessages(Documents documents, Quarantine quarantine) {
        this.documents = documents;
        this.quarantine = quarantine;
    }

    @Override
    public Optional<Message> refused(long documentId, long recordNo) {
        return quarantine.kept(documentId, recordNo).map(kept -> new Message(kept.header(), kept.record()));
    }

    @Override
    public Optional<byte[]> document(long documentId) {
        return documents.find(documentId).filter(document -> document.size() <= LONGEST)
                .map(document -> read(documents.content(document), 0, document.size()))
                .filter(bytes -> bytes.length > 0);
    }

    @Override
    public Map<Long, Message> records(Instance source, long documentId, Set<Long> numbers) {
        Map<Long, Message> found = new TreeMap<>();
        documents.find(documentId).ifPresent(document -> {
            DocumentContent content = documents.content(document);
            if (source.connector().translator().open(content, ReadMark.START) instanceof Opening.Opened opened) {
                collect(opened, content, numbers, found);
            }
        });
        return found;
    }

    private static void collect(Opening.Opened opened, DocumentContent content, Set<Long> numbers,
                                Map<Long, Message> found) {
        byte[] header = null;
        try (RecordReader reader = opened.reader()) {
            for (List<RawRecord> some = reader.read(AT_ONCE); !some.isEmpty() && found.size() < numbers.size();
                    some = reader.read(AT_ONCE)) {
                for (RawRecord record : some) {
                    header = header == null ? read(content, 0, record.offset()) : header;
                    if (numbers.contains(record.number()) && record.length() <= LONGEST) {
                        found.put(record.number(),
                                new Message(header, read(content, record.offset(), record.length())));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(DocumentContent content, long offset, long length) {
        try (InputStream in = content.openAt(offset)) {
            return in.readNBytes(Math.toIntExact(Math.min(length, LONGEST)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
