package de.kimhub.runtime.transport;

import de.kimhub.intake.HandOver;
import de.kimhub.intake.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps in memory what it is given. */
final class FakeIntake implements Intake {

    record Document(String instance, HandOver handOver, byte[] content) {
    }

    /** What somebody else does while a document is being taken over. */
    interface Interruption {

        void happen() throws IOException;
    }

    final List<Document> documents = new CopyOnWriteArrayList<>();
    final List<Map<String, String>> news = new CopyOnWriteArrayList<>();
    final List<Integer> pages = new CopyOnWriteArrayList<>();
    volatile int failures;
    volatile Interruption duringFirst = () -> { };
    private volatile String mark;
    private final List<Map<String, String>> seen = new ArrayList<>();

    @Override
    public Receipt accept(String instanceId, HandOver handOver, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        if (failures > 0) {
            failures--;
            throw new IOException("the database is away");
        }
        if (documents.isEmpty()) {
            duringFirst.happen();
        }
        documents.add(new Document(instanceId, handOver, bytes));
        return new Receipt(documents.size(), false);
    }

    @Override
    public Optional<String> pollMark(String instanceId) {
        return Optional.ofNullable(mark);
    }

    @Override
    public synchronized Page acceptRows(String instanceId, List<Map<String, String>> rows, String since,
                                        PageEnd end) {
        if (!Objects.equals(since, mark)) {
            return Page.OVERTAKEN;
        }
        pages.add(rows.size());
        List<Map<String, String>> fresh = rows.stream().filter(row -> !seen.contains(row)).toList();
        news.addAll(fresh);
        seen.addAll(fresh);
        while (seen.size() > end.window()) {
            seen.removeFirst();
        }
        mark = end.mark();
        return fresh.isEmpty() ? Page.NOTHING_NEW : Page.STORED;
    }
}
