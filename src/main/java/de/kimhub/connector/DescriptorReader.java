package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.connector.Descriptor.AcknowledgementFormat;
import de.kimhub.connector.Descriptor.Capability;
import de.kimhub.connector.Descriptor.Delivers;
import de.kimhub.connector.Descriptor.Delivery;
import de.kimhub.connector.Descriptor.Idempotence;
import de.kimhub.connector.Descriptor.Receives;
import de.kimhub.message.Problem;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** From a {@code connector.yaml} that fits its schema to the descriptor. */
final class DescriptorReader {

    private DescriptorReader() {
    }

    static Descriptor read(String id, ConfigNode file, List<Problem> problems) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        file.texts("capabilities").forEach(name -> capabilities.add(constant(Capability.class, name)));
        return new Descriptor(id, file.text("title"), file.text("authority"),
                Boolean.parseBoolean(file.text("interim")),
                file.get("receive").map(node -> new Receives(constant(Delivery.class, node.text("delivery")),
                        constant(AcknowledgementFormat.class, node.text("acknowledgementFormat", "csv")))),
                file.get("deliver").map(node -> new Delivers(constant(Idempotence.class, node.text("idempotence")))),
                Set.copyOf(capabilities), file.text("purpose"), file.text("legalBasis"),
                Periods.period(file, "retention", Period.ofDays(7), problems));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
