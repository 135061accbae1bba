package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.comparison.TraitsCodec;
import de.kimhub.linkage.register.Prepared.Keyed;
import de.kimhub.message.FieldValues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes traits and blocking keys anew where the normalisation has changed since, and personas of files from before there
 * were any. What belongs together by the new traits shows when a file is next looked at.
 */
@Component
public class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final int BATCH = 200;
    private static final String OTHER_BODY = "sonstige";

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final KeyVault vault;
    private final Buckets buckets;
    private final Preparation preparation;
    private final PersonaTable personas;
    private final KeyTable keys;
    private final Opening opening;
    private final Refinement refinement;

    CatchUp(TransactionTemplate transaction, JdbcTemplate jdbc, KeyVault vault, Buckets buckets,
            Preparation preparation, PersonaTable personas, KeyTable keys, Opening opening,
            Refinement refinement) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.vault = vault;
        this.buckets = buckets;
        this.preparation = preparation;
        this.personas = personas;
        this.keys = keys;
        this.opening = opening;
        this.refinement = refinement;
    }

    private record Stored(long id, long file, byte[] content, String authority, int instanceNo, boolean counts) {
    }

    /** Not in the hub of a command. */
    @EventListener(classes = ApplicationReadyEvent.class,
            condition = "@environment.getProperty('kimhub.linkage.catch-up', T(Boolean), true)")
    public void atStart() {
        Thread.ofPlatform().daemon().name("linkage-catch-up").start(this::tryRun);
    }

    /** The hub may be stopped in the middle of it. */
    private void tryRun() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.info("Linkage: traits and blocking keys are made anew at the next start ({})", e.getClass().getSimpleName());
        }
    }

    /** In transactions of its own, until nothing is left; harmless when several nodes do it at once. */
    public void run() {
        int done = 0;
        for (int made = -1; made != 0; done += Math.max(0, made)) {
            made = transaction.execute(status -> formerFiles());
        }
        for (int made = -1; made != 0; done += Math.max(0, made)) {
            made = oldTraits();
        }
        if (done > 0) {
            LOG.info("Linkage: {} personas have traits and blocking keys of version {}", done, TraitsCodec.VERSION);
        }
    }

    /** Files from before personas had a table of their own. */
    private int formerFiles() {
        List<PersonaTable.New> former = jdbc.query("""
                select s.id, s.persona, s.instance_no, s.case_digest, coalesce(i.authority, ?)
                  from identity.source_case s left join hub.instance i on i.no = s.instance_no
                 where s.persona is not null order by s.id limit ? for key share of s skip locked""", (row, no) -> {
            FieldValues person = FieldValues.decode(vault.decrypt(row.getBytes(2), "persona"));
            Persona persona = new Persona(row.getInt(3), row.getString(5), row.getBytes(4), person, null);
            return new PersonaTable.New(row.getLong(1), persona, preparation.of(persona).traits());
        }, OTHER_BODY, BATCH);
        if (!former.isEmpty()) {
            buckets.lockKeys(former.stream().flatMap(one -> preparation.of(one.persona()).keys().stream())
                    .map(Keyed::digest).toList());
            refine(opening.add(former));
            jdbc.update("update identity.source_case set persona = null where id = any(?)",
                    (Object) former.stream().mapToLong(PersonaTable.New::file).toArray());
        }
        return former.size();
    }

    /** Once over all files: who was passed over for a lock is found the next time. */
    private int oldTraits() {
        int made = 0;
        List<Long> files = List.of(0L);
        while (!files.isEmpty()) {
            long after = files.getLast();
            files = transaction.execute(status -> oldTraits(after));
            made += files.size();
        }
        return made;
    }

    private List<Long> oldTraits(long after) {
        List<Long> files = jdbc.queryForList("""
                select id from identity.source_case s where id > ? and exists (
                    select 1 from identity.persona p where p.case_id = s.id and p.traits_version <> ?)
                order by id limit ? for key share skip locked""", Long.class, after, TraitsCodec.VERSION, BATCH);
        if (files.isEmpty()) {
            return files;
        }
        List<Stored> old = jdbc.query("""
                select p.id, p.case_id, p.content, p.authority, s.instance_no, p.retracted_at is null from identity.persona p
                join identity.source_case s on s.id = p.case_id where p.case_id = any(?)""",
                (row, no) -> new Stored(row.getLong(1), row.getLong(2), row.getBytes(3), row.getString(4), row.getInt(5),
                        row.getBoolean(6)),
                (Object) Sql.longs(files));
        Map<Long, Set<Keyed>> byFile = new TreeMap<>();
        Map<Long, Prepared> byPersona = new TreeMap<>();
        for (Stored one : old) {
            Prepared prepared = preparation.of(FieldValues.decode(vault.decrypt(one.content(), PersonaTable.CONTENT)),
                    one.authority(), one.instanceNo());
            byPersona.put(one.id(), prepared);
            if (one.counts()) {
                byFile.computeIfAbsent(one.file(), file -> new HashSet<>()).addAll(prepared.keys());
            }
        }
        buckets.lockKeys(byFile.values().stream().flatMap(Set::stream).map(Keyed::digest).toList());
        jdbc.update("""
                update identity.persona p set traits = n.traits, traits_version = ?
                from unnest(?::bigint[], ?::bytea[]) as n (id, traits) where p.id = n.id""", TraitsCodec.VERSION,
                Sql.longs(byPersona.keySet()), byPersona.values().stream()
                        .map(one -> personas.encrypted(one.traits())).toArray(byte[][]::new));
        keys.deleteOf(files);
        refine(opening.insertKeys(byFile));
        return files;
    }

    /** Whoever looks for somebody would have to read all who share a crowded key. */
    private void refine(Map<Keyed, KeyTable.Stored> now) {
        Set<KeyTable.Stored> distinct = new HashSet<>(now.values());
        refinement.refine(distinct, keys.files(distinct.stream().map(KeyTable.Stored::digest).toList()));
    }
}
