package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Recipients in memory. Those whose transport is called "folder" find files that they may read and delete at any time;
 * the others keep a ledger of batch ids, so that a batch that comes again has no effect.
 */
final class RecordingTransport implements Transport {

    private final Map<String, byte[]> staging = new ConcurrentHashMap<>();
    private final Map<Long, byte[]> ledger = new ConcurrentHashMap<>();
    private final List<Parcel> attempts = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private volatile String failure;
    private volatile Consumer<Parcel> whileSending = parcel -> { };

    @Override
    public boolean stages(Instance recipient, Parcel parcel) {
        return recipient.deliver().orElseThrow().transport().equals("folder");
    }

    @Override
    public void stage(Instance recipient, Parcel parcel) throws TransportException {
        attempt(parcel);
        staging.put(parcel.fileName(), parcel.bytes());
    }

    @Override
    public void publish(Instance recipient, Parcel parcel) throws TransportException {
        failWhenTold();
        byte[] staged = staging.remove(parcel.fileName());
        if (staged != null) {
            arrive(parcel.fileName(), staged);
        }
    }

    @Override
    public void send(Instance recipient, Parcel parcel) throws TransportException {
        attempt(parcel);
        if (ledger.putIfAbsent(parcel.batchId(), parcel.bytes()) == null) {
            arrive(parcel.fileName(), parcel.bytes());
        }
    }

    private void attempt(Parcel parcel) throws TransportException {
        synchronized (attempts) {
            attempts.add(parcel);
        }
        whileSending.accept(parcel);
        failWhenTold();
    }

    private void failWhenTold() throws TransportException {
        if (failure != null) {
            throw new TransportException(failure, "The recipient is down.", null);
        }
    }

    private void arrive(String fileName, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        synchronized (arrived) {
            arrived.addAll(text.lines().toList());
            files.put(fileName, text);
        }
    }

    void failWith(String code) {
        failure = code;
    }

    void recover() {
        failure = null;
    }

    void whileSending(Consumer<Parcel> action) {
        whileSending = action;
    }

    /** Every line that ever reached a recipient, in order, also when its file is gone since. */
    List<String> arrived() {
        synchronized (arrived) {
            return List.copyOf(arrived);
        }
    }

    List<String> column(int index) {
        return arrived().stream().map(line -> line.split("\\|", -1)[index]).toList();
    }

    List<Parcel> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    Map<String, String> files() {
        return files;
    }
}
