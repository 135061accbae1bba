package de.kimhub.runtime.transport;

import de.kimhub.runtime.HubHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;

/** Adds the routes of a way, and leaves nothing of them behind when that fails or the way ends. */
final class InstanceRoutes {

    private final ModelCamelContext camel;
    private final Map<String, Properties> parameters = new ConcurrentHashMap<>();
    /** By name of the kamelet, the digest of the version that Camel has. */
    private final Map<String, String> loaded = new HashMap<>();
    /** Every version that worked: ways that cannot take the newest one go on with theirs. */
    private final Map<Version, RouteTemplateDefinition> good = new HashMap<>();

    InstanceRoutes(CamelContext camel) {
        this.camel = (ModelCamelContext) camel;
    }

    private record Version(String kamelet, String digest) {
    }

    /** The parameters do not stand in any address, so that no secret of theirs is shown anywhere. */
    synchronized void add(String routeId, WaySetup setup) throws Exception {
        Properties properties = new Properties();
        properties.putAll(setup.values());
        parameters.put(routeId, properties);
        camel.getComponent("kamelet", KameletComponent.class).setRouteProperties(parameters);
        List<RouteTemplateDefinition> before = List.copyOf(camel.getRouteTemplateDefinitions());
        try {
            use(setup);
            if (setup.receives() != null) {
                camel.addRoutes(receiving(routeId, setup));
            } else {
                camel.getEndpoint(setup.uri(routeId)).start();
            }
            loaded.put(setup.kamelet(), setup.digest());
            good.put(new Version(setup.kamelet(), setup.digest()), camel.getRouteTemplateDefinition(setup.kamelet()));
        } catch (Exception e) {
            try {
                remove(routeId);
            } finally {
                putBack(before);
            }
            throw e;
        }
    }

    /** Camel keeps a kamelet as it once read it: an edited one is read only when the former is taken out. */
    private void use(WaySetup setup) throws Exception {
        String present = loaded.get(setup.kamelet());
        if (present == null || present.equals(setup.digest())) {
            return;
        }
        camel.removeRouteTemplateDefinition(good.get(new Version(setup.kamelet(), present)));
        RouteTemplateDefinition known = good.get(new Version(setup.kamelet(), setup.digest()));
        if (known != null) {
            camel.addRouteTemplateDefinitions(List.of(known));
        }
    }

    /** Camel also keeps a kamelet that does not work: it would never look at the mended file. */
    private void putBack(List<RouteTemplateDefinition> before) throws Exception {
        List<RouteTemplateDefinition> present = List.copyOf(camel.getRouteTemplateDefinitions());
        for (RouteTemplateDefinition template : present) {
            if (!before.contains(template)) {
                camel.removeRouteTemplateDefinition(template);
            }
        }
        camel.addRouteTemplateDefinitions(before.stream().filter(template -> !present.contains(template)).toList());
    }

    private static RouteBuilder receiving(String routeId, WaySetup setup) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(setup.uri(routeId)).routeId("from-" + routeId)
                        .setHeader(HubHeaders.INSTANCE, constant(setup.receives()))
                        .to("direct:intake");
            }
        };
    }

    /** What is in hand is finished first: the source ends before what takes over from it. */
    synchronized void remove(String routeId) throws Exception {
        for (String id : List.of(routeId, "from-" + routeId)) {
            if (camel.getRoute(id) != null) {
                camel.getRouteController().stopRoute(id);
            }
        }
        for (String id : List.of("from-" + routeId, routeId)) {
            if (camel.getRoute(id) != null) {
                camel.removeRoute(id);
            }
            if (camel.getRouteDefinition(id) != null) {
                camel.removeRouteDefinition(camel.getRouteDefinition(id));
            }
        }
        removeEndpoint(routeId);
        parameters.remove(routeId);
    }

    /** By its route: Camel would match a pattern with the address of every endpoint. */
    private void removeEndpoint(String routeId) throws Exception {
        for (Endpoint one : List.copyOf(camel.getEndpoints())) {
            if (one instanceof KameletEndpoint kamelet && kamelet.getRouteId().equals(routeId)) {
                camel.removeEndpoint(one);
            }
        }
    }
}
