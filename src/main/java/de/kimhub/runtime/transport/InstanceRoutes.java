package de.kimhub.runtime.transport;

import de.kimhub.runtime.HubHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;

/** Adds the routes of a way, and leaves nothing of them behind when that fails or the way ends. */
final class InstanceRoutes {

    private final ModelCamelContext camel;
    private final Map<String, Properties> parameters = new ConcurrentHashMap<>();
    /** By name of the kamelet, the version that Camel has, and the one before, in case the new one does not work. */
    private final Map<String, Template> loaded = new HashMap<>();
    private final Map<String, Template> former = new HashMap<>();

    InstanceRoutes(CamelContext camel) {
        this.camel = (ModelCamelContext) camel;
    }

    private record Template(String digest, RouteTemplateDefinition definition) {
    }

    /** The parameters do not stand in any address, so that no secret of theirs is shown anywhere. */
    synchronized void add(String routeId, WaySetup setup) throws Exception {
        Properties properties = new Properties();
        properties.putAll(setup.values());
        parameters.put(routeId, properties);
        camel.getComponent("kamelet", KameletComponent.class).setRouteProperties(parameters);
        try {
            use(setup);
            if (setup.receives() != null) {
                camel.addRoutes(receiving(routeId, setup));
            } else {
                camel.getEndpoint(setup.uri(routeId)).start();
            }
            loaded.put(setup.kamelet(), new Template(setup.digest(), camel.getRouteTemplateDefinition(setup.kamelet())));
        } catch (Exception e) {
            remove(routeId, setup);
            throw e;
        }
    }

    /** Camel keeps a kamelet as it once read it: an edited one is read only when the former is taken out. */
    private void use(WaySetup setup) throws Exception {
        Template present = loaded.get(setup.kamelet());
        if (present == null || present.digest().equals(setup.digest())) {
            return;
        }
        Template other = former.put(setup.kamelet(), present);
        loaded.remove(setup.kamelet());
        camel.removeRouteTemplateDefinition(present.definition());
        if (other != null && other.digest().equals(setup.digest())) {
            camel.addRouteTemplateDefinitions(List.of(other.definition()));
        }
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
    synchronized void remove(String routeId, WaySetup setup) throws Exception {
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
        String uri = setup.uri(routeId);
        Stream.of(uri, uri + "?*").forEach(this::removeEndpoints);
        parameters.remove(routeId);
    }

    private void removeEndpoints(String pattern) {
        try {
            camel.removeEndpoints(pattern);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
