package de.kimhub.delivery;

import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.AuditLog;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A source's list of its own file numbers of whom something is wanted: an ordinary sealed batch in a lane of its own, laid
 * out anew, whole, when it is another one than the last. In the caller's transaction.
 */
public final class EnrolmentList {

    private static final String HEADER = "AKTENZEICHEN";
    /** A spreadsheet would take what begins so for a formula; no office's file number does. */
    private static final String FORMULA = "=+-@\t\r";
    private static final String KNOWN = "select digest from hub.enrolment_list where instance_no = ? for update";
    private static final String BEGIN = """
            insert into hub.enrolment_list (instance_no, digest) values (?, '') on conflict do nothing""";
    private static final String SEALED = """
            update hub.enrolment_list set digest = ?, sealed_at = clock_timestamp() where instance_no = ?""";

    private final JdbcTemplate jdbc;
    private final BatchStore batches;
    private final KeyVault keys;
    private final AuditLog audit;

    EnrolmentList(JdbcTemplate jdbc, BatchStore batches, KeyVault keys, AuditLog audit) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keys = keys;
        this.audit = audit;
    }

    /** Keeps everybody else from making the source's list until the transaction ends: to be called before it is read. */
    public void begin(int instanceNo) {
        jdbc.update(BEGIN, instanceNo);
        jdbc.queryForObject(KNOWN, byte[].class, instanceNo);
    }

    /** @return the lane to be woken after the commit; empty when nothing changed */
    public Optional<LaneId> seal(int instanceNo, String instanceId, Collection<String> fileNumbers) {
        List<String> sorted = List.copyOf(new TreeSet<>(fileNumbers.stream()
                .filter(number -> FORMULA.indexOf(number.charAt(0)) < 0).toList()));
        byte[] bytes = csv(sorted);
        byte[] digest = keys.digest("enrolment-list", instanceId, new String(bytes, StandardCharsets.UTF_8));
        if (Arrays.equals(digest, jdbc.queryForObject(KNOWN, byte[].class, instanceNo))) {
            return Optional.empty();
        }
        LaneId lane = new LaneId(instanceNo, Delivery.ENROLMENT_LISTS);
        long batch = batches.sealList(lane, bytes, "csv");
        jdbc.update(SEALED, digest, instanceNo);
        audit.add(instanceId, "enrolment-list-sealed", "batch " + batch, sorted.size(), "Art. 6(1)(a) DSGVO");
        return Optional.of(lane);
    }

    private static byte[] csv(List<String> sorted) {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        sorted.forEach(number -> csv.append('"').append(number.replace("\"", "\"\"")).append("\"\r\n"));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
