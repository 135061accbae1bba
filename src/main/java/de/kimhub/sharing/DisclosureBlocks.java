package de.kimhub.sharing;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.PersonalDataHolder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Auskunftssperren (§ 51 BMG), as each source last said under its own file number, whether or not a file is kept. All
 * methods run in the caller's transaction.
 */
@Component
public class DisclosureBlocks implements PersonalDataHolder {

    private static final int LOCK_SPACE = 0x4b494d42;
    /** Code list Auskunftssperre; the others there are Übermittlungssperren. */
    private static final Set<String> HIDE_THE_ADDRESS = Set.of("1", "3", "6", "11", "12");
    private static final int SET = 0;
    private static final int LIFTED = 1;
    private static final int TAKES_BACK = 2;

    private final JdbcTemplate jdbc;

    DisclosureBlocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a source said of a block.
     *
     * @param replaces the event that it corrects or takes back, 0 for none
     * @param codes    kinds of block; empty: not named. A lift without one ends all, with one only its own
     */
    public record Told(byte[] caseDigest, long eventId, EventType type, MessageKind kind, long replaces, List<String> codes,
                       LocalDate on) {

        /** Whether events of this type are about a block. */
        public static boolean concerns(EventType type) {
            return type == EventType.DISCLOSURE_BLOCK_SET || type == EventType.DISCLOSURE_BLOCK_LIFTED;
        }

        private boolean takesBack() {
            return kind == MessageKind.RETRACTION;
        }

        private int says() {
            return takesBack() ? TAKES_BACK : type == EventType.DISCLOSURE_BLOCK_SET ? SET : LIFTED;
        }

        private List<String> named() {
            List<String> known = codes.stream().filter(HIDE_THE_ADDRESS::contains).distinct().toList();
            boolean endsNone = says() == LIFTED && known.isEmpty() && !codes.isEmpty();
            return endsNone ? List.of() : takesBack() || known.isEmpty() ? List.of("") : known;
        }
    }

    /**
     * Under which other number a source tells of the person in a file.
     *
     * @param caseDigest of the file's own number
     */
    public record AlsoNumbered(long caseId, byte[] caseDigest, byte[] numberDigest) {
    }

    /** From the commit on, what is told under these numbers counts for the files too, and so does what was told before. */
    public void noteNumbers(int instanceNo, Collection<AlsoNumbered> numbers) {
        if (!numbers.isEmpty()) {
            lock(instanceNo, numbers.stream().flatMap(one -> Stream.of(one.caseDigest(), one.numberDigest())));
            jdbc.batchUpdate(BlockQueries.NOTE_NUMBER, numbers.stream()
                    .map(one -> new Object[] {instanceNo, one.numberDigest(), one.caseId()}).toList());
        }
    }

    /** Of whom the source tells under these numbers. */
    public Set<Long> personsNumbered(int instanceNo, Collection<byte[]> digests) {
        byte[][] numbers = digests.toArray(byte[][]::new);
        return numbers.length == 0 ? Set.of() : Set.copyOf(jdbc.queryForList(BlockQueries.NUMBERED, Long.class, instanceNo,
                numbers, instanceNo, numbers, instanceNo, numbers));
    }

    /**
     * From the commit on, no batch is sealed that does not know it. What is held is noted too: a block counts at once, a lift
     * or a retraction when it is no longer held.
     */
    public void note(int instanceNo, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        lock(instanceNo, told.stream().map(Told::caseDigest));
        told.forEach(one -> note(instanceNo, one));
    }

    private void lock(int instanceNo, Stream<byte[]> digests) {
        jdbc.query(BlockQueries.LOCK, row -> { }, LOCK_SPACE, instanceNo, digests.toArray(byte[][]::new));
    }

    private void note(int instanceNo, Told told) {
        jdbc.batchUpdate(BlockQueries.INSERT, told.named().stream().map(code -> new Object[] {instanceNo,
                told.caseDigest(), told.eventId(), told.says(), code, told.replaces(), told.on()}).toList());
        if (told.type() != EventType.DISCLOSURE_BLOCK_LIFTED || told.replaces() == 0) {
            return;
        }
        String[] named = told.named().toArray(String[]::new);
        int again = jdbc.update(BlockQueries.STANDS_AGAIN, told.eventId(), instanceNo, told.replaces(), !told.takesBack(),
                told.caseDigest(), named, named, told.on());
        if (again == 0 && told.takesBack()) {
            // the lift is forgotten, and with it which kind it was
            jdbc.update(BlockQueries.INSERT, instanceNo, told.caseDigest(), told.eventId(), SET, "", 0, told.on());
        }
    }

    /**
     * Keeps blocks of the persons from being noted until the transaction ends.
     *
     * @return persons of whom another transaction may just be noting one
     */
    Set<Long> keepFromBeingTold(Collection<Long> persons) {
        long[] ids = persons.stream().mapToLong(Long::longValue).toArray();
        return Set.copyOf(jdbc.queryForList(BlockQueries.BEING_TOLD, Long.class, ids, ids, LOCK_SPACE));
    }

    @Override
    public String dataKind() {
        return "Auskunftssperre, die aufgehoben ist";
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(DeletionClass.following("auskunftssperre", "Auskunftssperre, als Prüfzahl des Aktenzeichens",
                DeletionClass.Start.PROCESS_END, "30 Tage nach der Aufhebung; solange sie steht, bleibt sie",
                "identity.disclosure_block"), DeletionClass.following("weitere-nummer",
                "Weitere Nummer, unter der eine Stelle von einer Akte schreibt, als Prüfzahl", DeletionClass.Start.RELATION_END,
                "mit der Akte", "identity.also_numbered"));
    }

    /** While it stands it stays: who forgot it would give the address away. */
    @Override
    public int deleteExpired() {
        // first: what replaces them may go in the next step, and they would count again
        int replaced = jdbc.update(BlockQueries.DELETE_REPLACED);
        return replaced + jdbc.update(BlockQueries.DELETE_LIFTED);
    }

    /** Those of the persons for whom a block stands in any of their files, or under any number that they showed. */
    public Set<Long> of(Collection<Long> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        long[] ids = persons.stream().mapToLong(Long::longValue).toArray();
        return Set.copyOf(jdbc.queryForList(BlockQueries.UNDER_BLOCK, Long.class, ids, ids));
    }

    /**
     * What is stored of a block.
     *
     * @param code of the list {@code auskunftssperre}; empty: not named
     * @param held it waits for a decision
     */
    public record Noted(String instance, boolean lifted, String code, String on, boolean held) {
    }

    public List<Noted> told(long person) {
        long[] ids = {person};
        return jdbc.query(BlockQueries.TOLD, (row, no) -> new Noted(row.getString("instance"), row.getInt("says") == LIFTED,
                row.getString("code"), row.getString("occurred_on"), row.getBoolean("held")), ids, ids);
    }
}
