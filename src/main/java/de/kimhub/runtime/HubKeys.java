package de.kimhub.runtime;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.TextWrappingKey;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The hub's keys; for tasks that need no hub at work, nor its database. */
public final class HubKeys {

    private HubKeys() {
    }

    /**
     * With the key that wraps them from where {@code hub.yaml} says.
     *
     * @param secrets resolves {@code secret:NAME}; other texts stay
     */
    public static KeyFolder folder(HubConfiguration hub, UnaryOperator<String> secrets) {
        Path folder = hub.data().resolve("keys");
        return hub.wrappingKey()
                .map(reference -> new KeyFolder(folder, new TextWrappingKey(reference, () -> secrets.apply(reference))))
                .orElseGet(() -> new KeyFolder(folder));
    }
}
