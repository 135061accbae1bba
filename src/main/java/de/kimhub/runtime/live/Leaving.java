package de.kimhub.runtime.live;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.intake.KnownInstances;
import de.kimhub.intake.KnownInstances.Left;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who was taken out, and is worked off until nothing is left. A batch that began before still queues something now and
 * then: who is gone comes back for it, and is remembered again until that is done.
 */
final class Leaving {

    private final KnownInstances known;
    private final Map<String, Gone> gone = new HashMap<>();

    Leaving(KnownInstances known) {
        this.known = known;
    }

    /** @param file text of its file; {@code null} when it is not known any more */
    private record Gone(Instance instance, String file) {
    }

    void left(Installation before, Installation after) {
        before.working().stream().filter(instance -> after.instance(instance.id()).isEmpty())
                .forEach(instance -> gone.put(instance.id(),
                        new Gone(instance, file(instance.id(), before.origin().instanceFiles().get(instance.id())))));
        after.instances().keySet().forEach(gone::remove);
    }

    /** @return the same when nothing is different */
    Installation tend(Installation now) {
        Set<String> ids = new HashSet<>(gone.keySet());
        ids.addAll(now.leaving().keySet());
        if (ids.isEmpty()) {
            return now;
        }
        Map<String, Left> left = known.left(ids);
        Map<String, Instance> still = new HashMap<>();
        now.leaving().forEach((id, instance) -> {
            Left work = left.get(id);
            boolean removed = now.instance(id).isEmpty();
            if (work != null && (removed ? !work.nothing() : work.due())) {
                still.put(id, instance);
            } else if (removed) {
                gone.put(id, new Gone(instance, file(id, known.file(id).orElse(null))));
                known.workedOff(id);
            }
        });
        gone.forEach((id, one) -> {
            Left work = left.get(id);
            if (work != null && !work.nothing() && now.instance(id).isEmpty() && !still.containsKey(id)) {
                known.remember(one.instance(), one.file());
                still.put(id, one.instance());
            }
        });
        return still.keySet().equals(now.leaving().keySet()) ? now : now.withLeaving(still);
    }

    private String file(String id, String found) {
        return found == null && gone.containsKey(id) ? gone.get(id).file() : found;
    }
}
