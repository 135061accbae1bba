package de.kimhub.linkage.register;

import de.kimhub.linkage.blocking.BlockingKey;
import de.kimhub.linkage.blocking.BlockingKeys;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.KeyTable.Row;
import de.kimhub.linkage.register.KeyTable.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Splits a key that too many files share into the next finer ones. */
@Component
class Refinement {

    private static final Logger LOG = LoggerFactory.getLogger(Refinement.class);

    private final KeyTable table;
    private final PersonaTable personas;
    private final Preparation preparation;

    Refinement(KeyTable table, PersonaTable personas, Preparation preparation) {
        this.table = table;
        this.personas = personas;
        this.preparation = preparation;
    }

    /** Refines whichever of these keys has become crowded. */
    void refine(Iterable<Stored> keys, Map<Long, List<Long>> files) {
        Set<Long> done = new HashSet<>();
        for (Stored key : keys) {
            List<Long> sharing = files.getOrDefault(key.digest(), List.of());
            if (sharing.size() > key.key().most(key.depth()) && done.add(key.digest())) {
                refine(key, sharing);
            }
        }
    }

    void refine(Stored crowded, List<Long> sharing) {
        if (crowded.depth() >= crowded.key().refinements().size()) {
            if (sharing.size() > BlockingKeys.MOST_FILES && table.markCrowded(crowded, sharing.size(), true)) {
                LOG.warn("Blocking: a key of the pass {} is shared by {} files and cannot be refined any more; all of "
                        + "them are compared", crowded.key().pass(), sharing.size());
            }
            return;
        }
        table.markCrowded(crowded, sharing.size(), false);
        Map<Long, Stored> finer = new HashMap<>();
        Map<Long, List<Long>> groups = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        personas.traits(sharing).forEach((file, all) -> finer(crowded, all).forEach(key -> {
            finer.putIfAbsent(key.digest(), key);
            groups.computeIfAbsent(key.digest(), digest -> new ArrayList<>()).add(file);
            rows.add(new Row(key.digest(), file));
        }));
        table.deleteKey(crowded.digest());
        table.insert(rows);
        LOG.debug("Blocking: a key of the pass {} was shared by {} files and is refined into {}", crowded.key().pass(),
                sharing.size(), groups.size());
        refine(finer.values(), groups);
    }

    /** What the file has instead of the crowded key: several, where its personas differ. */
    private Set<Stored> finer(Stored crowded, List<Traits> personasOfFile) {
        Set<Stored> finer = new HashSet<>();
        for (Traits traits : personasOfFile) {
            for (BlockingKey key : BlockingKeys.of(traits)) {
                if (key.pass().equals(crowded.key().pass()) && key.value().equals(crowded.key().value())
                        && preparation.digest(key.refined(crowded.depth())) == crowded.digest()) {
                    finer.add(table.at(key, crowded.depth() + 1));
                }
            }
        }
        return finer;
    }
}
