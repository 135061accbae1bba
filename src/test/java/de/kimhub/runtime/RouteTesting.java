package de.kimhub.runtime;

import de.kimhub.intake.Intake;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A Camel context without Spring that loads the files of {@code routes/} as they are. */
public final class RouteTesting {

    private RouteTesting() {
    }

    public static CamelContext context(HubHome home, Intake intake) {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.setStreamCaching(false);
        camel.getShutdownStrategy().setTimeout(5);
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:" + home.transports());
        camel.getRegistry().bind("routeErrors", new RouteErrors(Clock.systemUTC()));
        camel.getRegistry().bind("handOvers", new HandOvers(intake));
        return camel;
    }

    public static void load(CamelContext camel, HubHome home, String... files) throws Exception {
        for (String file : files) {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveMandatoryResource(camel,
                    "file:" + home.routes().resolve(file + ".camel.yaml")));
        }
    }
}
