package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.blocking.BlockingKey;
import de.kimhub.linkage.blocking.BlockingKeys;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.Prepared.Keyed;
import de.kimhub.message.FieldValues;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes traits and keys of personas, once for the several questions that a batch asks about them. Thread-safe. */
@Component
class Preparation {

    private static final int KEPT = 2_000;

    private final KeyVault vault;
    private final Map<Written, Prepared> recent = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Written, Prepared> eldest) {
            return size() > KEPT;
        }
    };

    Preparation(KeyVault vault) {
        this.vault = vault;
    }

    private record Written(FieldValues person, String authority, int instanceNo) {
    }

    Prepared of(Persona persona) {
        return of(persona.person(), persona.authority(), persona.instanceNo());
    }

    Prepared of(FieldValues person, String authority, int instanceNo) {
        Written written = new Written(person, authority, instanceNo);
        synchronized (recent) {
            Prepared known = recent.get(written);
            if (known != null) {
                return known;
            }
        }
        Prepared made = of(Traits.of(person, authority, String.valueOf(instanceNo)));
        synchronized (recent) {
            recent.put(written, made);
        }
        return made;
    }

    Prepared of(Traits traits) {
        List<Keyed> keys = BlockingKeys.of(traits).stream().map(key -> new Keyed(key, digests(key))).toList();
        return new Prepared(traits, keys);
    }

    private List<Long> digests(BlockingKey key) {
        return IntStream.rangeClosed(0, key.refinements().size()).mapToObj(depth -> digest(key.refined(depth))).toList();
    }

    /** 64 bits: among a hundred million keys a few meet by chance, which costs a comparison. */
    long digest(BlockingKey key) {
        return ByteBuffer.wrap(vault.digest("blocking", key.pass(), key.value())).getLong();
    }
}
