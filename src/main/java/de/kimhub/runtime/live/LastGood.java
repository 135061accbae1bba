package de.kimhub.runtime.live;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Instance;
import de.kimhub.intake.Definitions;
import de.kimhub.intake.KnownInstances;
import de.kimhub.intake.KnownInstances.Known;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The installation at the start of the hub: what changed since it last ran is taken like a change while it runs. So an
 * instance whose file got an error meanwhile goes on as it was, and one that was taken out is worked off.
 */
public final class LastGood {

    private LastGood() {
    }

    /** @param shipped the product's connectors */
    public static Installation of(Installation files, KnownInstances known, Definitions definitions, Path shipped) {
        Map<String, Instance> former = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Known one : known.all()) {
            String text = files.origin().instanceFiles().get(one.id());
            if (one.file() != null && !one.file().equals(text)) {
                restored(files, one, definitions, shipped).ifPresent(instance -> {
                    former.put(one.id(), instance);
                    texts.put(one.id(), one.file());
                });
            }
        }
        return former.isEmpty() ? files
                : Installations.reload(files.withInstances(former, texts), shipped, rules -> List.of(),
                        known.lanesInUse());
    }

    private static Optional<Instance> restored(Installation files, Known one, Definitions definitions, Path shipped) {
        Optional<Connector> connector = definitions.find(one.definition(),
                List.of(files.folder().resolve("connectors"), shipped));
        return connector.flatMap(version -> Installations.restore(files, one.id(), one.file(), version));
    }
}
