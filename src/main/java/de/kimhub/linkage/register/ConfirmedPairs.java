package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.comparison.Learning.Pair;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.comparison.TraitsCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Pairs of files that are one person's for certain: people decided so, or both show the same number of a register whose
 * number both may use. From them the model learns how much files of one person differ.
 */
@Component
class ConfirmedPairs {

    private static final int MOST = 5_000;

    private final JdbcTemplate jdbc;
    private final KeyVault vault;

    ConfirmedPairs(JdbcTemplate jdbc, KeyVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param sample traits by file: among them equal numbers are looked for */
    List<Pair> among(Map<Long, Traits> sample) {
        List<Pair> pairs = new ArrayList<>(decided());
        Map<Traits.Identifier, Traits> byNumber = new HashMap<>();
        for (Traits traits : sample.values()) {
            for (Traits.Identifier number : traits.identifiers()) {
                Traits other = byNumber.putIfAbsent(number, traits);
                if (other != null && pairs.size() < MOST) {
                    pairs.add(new Pair(other, traits));
                }
            }
        }
        return pairs;
    }

    private List<Pair> decided() {
        return jdbc.query("""
                select l.traits, r.traits from identity.pair_decision d
                join lateral (select traits from identity.persona where case_id = d.left_case and traits_version = ?
                              and retracted_at is null order by id limit 1) l on true
                join lateral (select traits from identity.persona where case_id = d.right_case and traits_version = ?
                              and retracted_at is null order by id limit 1) r on true
                where d.same and d.undone_at is null order by d.id desc limit ?""",
                (row, no) -> new Pair(traits(row.getBytes(1)), traits(row.getBytes(2))), TraitsCodec.VERSION,
                TraitsCodec.VERSION, MOST);
    }

    private Traits traits(byte[] stored) {
        return TraitsCodec.decode(vault.decrypt(stored, PersonaTable.TRAITS));
    }
}
