package de.kimhub.runtime.transport;

import de.kimhub.runtime.HubHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.model.ModelCamelContext;

/** Adds the route of one way, and leaves nothing of it behind when that fails. */
final class InstanceRoutes {

    private final CamelContext camel;
    private final Map<String, Properties> parameters = new HashMap<>();

    InstanceRoutes(CamelContext camel) {
        this.camel = camel;
    }

    /** The parameters do not stand in any address, so that no secret of theirs is shown anywhere. */
    void add(Way way, String kamelet, Map<String, String> values) throws Exception {
        Properties properties = new Properties();
        properties.putAll(values);
        parameters.put(way.routeId(), properties);
        camel.getComponent("kamelet", KameletComponent.class).setRouteProperties(parameters);
        try {
            if (way.isReceiving()) {
                camel.addRoutes(receiving(way, uri(way, kamelet)));
            } else {
                camel.getEndpoint(uri(way, kamelet)).start();
            }
        } catch (Exception e) {
            remove(way, kamelet);
            throw e;
        }
    }

    String uri(Way way, String kamelet) {
        return "kamelet:" + kamelet + "/" + way.routeId();
    }

    private static RouteBuilder receiving(Way way, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("from-" + way.routeId())
                        .setHeader(HubHeaders.INSTANCE, constant(way.instanceId()))
                        .to("direct:intake");
            }
        };
    }

    private void remove(Way way, String kamelet) throws Exception {
        ModelCamelContext model = (ModelCamelContext) camel;
        for (String routeId : new String[] {"from-" + way.routeId(), way.routeId()}) {
            if (camel.getRoute(routeId) != null) {
                camel.getRouteController().stopRoute(routeId);
                camel.removeRoute(routeId);
            }
            if (model.getRouteDefinition(routeId) != null) {
                model.removeRouteDefinition(model.getRouteDefinition(routeId));
            }
        }
        camel.removeEndpoints(uri(way, kamelet) + "*");
        parameters.remove(way.routeId());
    }
}
