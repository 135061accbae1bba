package de.kimhub.delivery;

import de.kimhub.message.Problem;
import de.kimhub.translation.OutgoingItem;
import de.kimhub.translation.Rendering;
import de.kimhub.translation.Translator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders a batch; an item that cannot be rendered stops no other. */
final class ItemRenderer {

    private static final Logger LOG = LoggerFactory.getLogger(ItemRenderer.class);

    /** @param refused code by index of the item; when there is one, the bytes do not count */
    record Rendered(byte[] bytes, Map<Integer, String> refused) {
    }

    Rendered render(String recipient, Translator translator, List<OutgoingItem> items) {
        try {
            Rendering rendering = translator.render(items);
            Map<Integer, String> refused = new HashMap<>();
            rendering.problems().forEach((index, problem) -> {
                report(recipient, items.get(index), problem);
                refused.put(index, problem.code().code());
            });
            return new Rendered(rendering.bytes(), refused);
        } catch (RuntimeException e) {
            Rendered rendered = new Rendered(new byte[0], failing(recipient, translator, items));
            if (rendered.refused().isEmpty()) {
                throw e;
            }
            return rendered;
        }
    }

    /** A mapping that throws is a mistake of the hub: found item by item, so that only those stay behind. */
    private static Map<Integer, String> failing(String recipient, Translator translator, List<OutgoingItem> items) {
        Map<Integer, String> failing = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                translator.render(List.of(items.get(i)));
            } catch (RuntimeException e) {
                LOG.error("Item {} for {} cannot be rendered: {} [{}]", items.get(i).deliveryId(), recipient,
                        Failures.describe(e), DeliveryProblem.NOT_RENDERED.code());
                failing.put(i, DeliveryProblem.NOT_RENDERED.code());
            }
        }
        return failing;
    }

    private static void report(String recipient, OutgoingItem item, Problem problem) {
        LOG.warn("Item {} for {} is not delivered: {}", item.deliveryId(), recipient, problem);
    }
}
