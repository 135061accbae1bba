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
 * then: who is gone comes back for it.
 */
final class Leaving {

    private final KnownInstances known;
    private final Map<String, Instance> gone = new HashMap<>();

    Leaving(KnownInstances known) {
        this.known = known;
    }

    void left(Installation before, Installation after) {
        before.working().stream().filter(instance -> after.instance(instance.id()).isEmpty())
                .forEach(instance -> gone.put(instance.id(), instance));
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
                gone.put(id, instance);
                known.workedOff(id);
            }
        });
        gone.forEach((id, instance) -> {
            Left work = left.get(id);
            if (work != null && !work.nothing() && now.instance(id).isEmpty()) {
                still.putIfAbsent(id, instance);
            }
        });
        return still.keySet().equals(now.leaving().keySet()) ? now : now.withLeaving(still);
    }
}
