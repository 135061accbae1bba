package de.kimhub.processing;

import de.kimhub.intake.Differences;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translation.Accepted;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Digests of a batch's records, made once; {@code replaced} of those that correct another one. */
record BatchDigests(Map<Accepted, byte[]> keys, Map<Accepted, byte[]> replaced, Map<String, byte[]> cases,
                    Function<Accepted, byte[]> persona) {

    static BatchDigests of(Batch batch, List<Accepted> accepted, Differences differences, CaseFinder caseFinder) {
        Map<Accepted, byte[]> keyDigests = new IdentityHashMap<>();
        Map<Accepted, byte[]> replaced = new IdentityHashMap<>();
        boolean snapshot = batch.instance().connector().translator().isSnapshot();
        Map<String, byte[]> caseDigests = new HashMap<>();
        for (Accepted record : accepted) {
            keyDigests.put(record, differences.keyDigest(batch.document().instanceNo(), record.key(), record.test()));
            if (record.replaces() != null && !snapshot) {
                replaced.put(record, differences.keyDigest(batch.document().instanceNo(), record.replaces(),
                        record.test()));
            }
            caseDigests.computeIfAbsent(record.caseNumber(), number -> caseFinder.digest(batch.instance(), number));
        }
        for (Batch.Item item : batch.items()) {
            if (item.translation() instanceof Translation.Refused refused) {
                caseDigests.computeIfAbsent(refused.caseNumber(), number -> caseFinder.digest(batch.instance(), number));
            }
        }
        return new BatchDigests(keyDigests, replaced, caseDigests,
                record -> caseFinder.personaDigest(batch.instance(), record));
    }

    byte[] key(Accepted record) {
        return keys.get(record);
    }

    byte[] ofCase(String number) {
        return number == null ? null : cases.get(number);
    }
}
