package de.kimhub.runtime;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Instance;
import de.kimhub.operations.pages.PageSettings;
import de.kimhub.operations.pages.Pages;
import de.kimhub.steering.board.OfficeTitles;
import de.kimhub.steering.board.SteeringPages;
import de.kimhub.steering.cube.CubeDatabase;
import java.util.Map;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The pages of a running hub: a web server, and a context below that of the hub. */
final class PagesServer implements AutoCloseable {

    private static final long MEGABYTE = 1024L * 1024;
    private static final String TEMPLATES = "classpath:/de/kimhub/operations/pages/templates/";
    private static final String FILES = "classpath:/de/kimhub/operations/pages/static/";

    private final AnnotationConfigServletWebServerApplicationContext context;
    private final String address;

    private PagesServer(AnnotationConfigServletWebServerApplicationContext context, String address) {
        this.context = context;
        this.address = address;
    }

    /**
     * @param steering how the steering group's pages reach the database
     * @throws HubFailure when the port is taken, or the address is none of this machine
     */
    static PagesServer start(ConfigurableApplicationContext hub, HubConfiguration.Web web, DatabaseAccess steering) {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setParent(hub);
        context.setDisplayName("pages");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("pages", settings(web)));
        context.getBeanFactory().registerSingleton("pageSettings",
                new PageSettings(web.uploadMegabytes() * MEGABYTE, web.contact()));
        context.registerBean(CubeDatabase.class, () -> CubeDatabase.open(steering.url(), steering.user(), steering.password()));
        context.registerBean(OfficeTitles.class, () -> instance -> hub.getBean(CurrentInstallation.class).now().instance(instance)
                .map(Instance::title).orElse("einer Stelle, die nicht mehr teilnimmt"));
        context.register(Pages.class, SteeringPages.class);
        try {
            context.refresh();
        } catch (WebServerException | org.springframework.context.ApplicationContextException e) {
            context.close();
            throw new HubFailure(RuntimeProblem.PAGES_START, "web: in hub.yaml: nothing can listen at " + web.address() + ":"
                    + web.port() + (e.getCause() instanceof PortInUseException || e instanceof PortInUseException
                    ? ", the port is in use." : ".") + " Name a free port, and an address of this machine.", e);
        }
        String host = web.address().contains(":") ? "[" + web.address() + "]" : web.address();
        return new PagesServer(context, "http://" + host + ":" + context.getWebServer().getPort() + "/");
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Behind a proxy that does TLS, Tomcat takes from its headers whether the browser came by TLS. */
    private static Map<String, Object> settings(HubConfiguration.Web web) {
        return Map.ofEntries(
                Map.entry("server.port", web.port()),
                Map.entry("server.address", web.address()),
                Map.entry("server.forward-headers-strategy", "native"),
                Map.entry("server.shutdown", "immediate"),
                // Style sheets alone: what is compressed must hold no secret.
                Map.entry("server.compression.enabled", true),
                Map.entry("server.compression.mime-types", "text/css"),
                Map.entry("server.error.whitelabel.enabled", false),
                Map.entry("server.servlet.session.timeout", "30m"),
                Map.entry("server.servlet.session.cookie.name", "kimhub"),
                Map.entry("server.servlet.session.cookie.http-only", true),
                Map.entry("server.servlet.session.cookie.same-site", "strict"),
                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                Map.entry("server.tomcat.max-swallow-size", (2 * web.uploadMegabytes() + 2) + "MB"),
                Map.entry("server.tomcat.threads.max", 40),
                Map.entry("server.tomcat.threads.min-spare", 4),
                Map.entry("spring.thymeleaf.prefix", TEMPLATES),
                Map.entry("spring.thymeleaf.check-template-location", false),
                Map.entry("spring.web.resources.static-locations", FILES),
                Map.entry("spring.web.resources.cache.cachecontrol.max-age", "1h"),
                Map.entry("spring.web.resources.add-mappings", true),
                Map.entry("spring.mvc.publish-request-handled-events", false),
                Map.entry("spring.web.locale", "de"),
                Map.entry("spring.web.locale-resolver", "fixed"));
    }
}
