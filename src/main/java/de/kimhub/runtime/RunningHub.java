package de.kimhub.runtime;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.connector.Secrets;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import de.kimhub.runtime.embedded.EmbeddedParts;
import de.kimhub.runtime.live.ConfigurationWatch;
import de.kimhub.runtime.transport.EmbeddedUrl;
import de.kimhub.runtime.transport.Instances;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub at work in this process. Closing it ends everything in order: routes, broker, database. */
public final class RunningHub implements AutoCloseable {

    private final EmbeddedParts parts;
    private final ConfigurableApplicationContext context;
    private AutoCloseable watch = () -> { };
    private PagesServer pages;

    private RunningHub(EmbeddedParts parts, ConfigurableApplicationContext context) {
        this.parts = parts;
        this.context = context;
    }

    /**
     * Starts the embedded parts, the routes and then the instances, each on its own.
     *
     * @param secrets resolves {@code secret:NAME}; other texts stay
     * @throws HubFailure when the hub itself cannot run; a broken instance is no reason
     */
    public static RunningHub start(HubHome home, Installation installation, UnaryOperator<String> secrets) {
        RunningHub hub = open(home, installation, secrets, true);
        try {
            hub.instances().registerAll();
            hub.bean(CamelContext.class).getRouteController().startRoute("delivery");
            installation.hub().web().ifPresent(web -> hub.pages = PagesServer.start(hub.context, web,
                    new HubAccess(installation.hub(), secrets, hub.parts).steering(hub.bean(DatabaseAccess.class))));
            return hub;
        } catch (Exception e) {
            hub.close();
            throw e instanceof RuntimeException failure ? failure
                    : new IllegalStateException("The delivery cannot be started.", e);
        }
    }

    /**
     * For a task of an administrator: with all parts, but no route runs and nothing is received or delivered. A hub
     * that runs meanwhile on the same installation does the work that the task wakes up; otherwise the next one does.
     */
    public static RunningHub startIdle(HubHome home, Installation installation) {
        return open(home, installation, new Secrets(installation.folder())::resolve, false);
    }

    private static RunningHub open(HubHome home, Installation installation, UnaryOperator<String> secrets,
                                   boolean working) {
        EmbeddedParts parts = openParts(installation);
        try {
            return new RunningHub(parts, context(home, installation, secrets, parts, working));
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /**
     * From now on changed files are taken up while the hub runs.
     *
     * @param terminal is told, in German, what is taken up, and what is not and why
     */
    public void watch(Consumer<String> terminal) {
        watch = bean(ConfigurationWatch.class).begin(terminal);
    }

    /** A part of the hub, such as {@code Intake}. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether another process has the embedded database and broker: they end with it. */
    public boolean joined() {
        return parts.joined();
    }

    /** Where the pages are; empty when {@code hub.yaml} has no {@code web:}. */
    public Optional<String> pages() {
        return Optional.ofNullable(pages).map(PagesServer::address);
    }

    public Instances instances() {
        return context.getBean(Instances.class);
    }

    public Optional<EmbeddedDatabase> embeddedDatabase() {
        return parts.database();
    }

    @Override
    public void close() {
        try (EmbeddedParts last = parts; ConfigurableApplicationContext then = context) {
            if (pages != null) {
                pages.close();
            }
            watch.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The embedded parts that the installation needs, with the databases that stand for tools. */
    private static EmbeddedParts openParts(Installation installation) {
        HubConfiguration hub = installation.hub();
        boolean withDatabase = hub.database().isEmpty() || embeddedTools(installation).findAny().isPresent();
        EmbeddedParts parts = EmbeddedParts.open(hub.data(), withDatabase, hub.broker().isEmpty(),
                Integer.getInteger("kimhub.broker.port", 0));
        try {
            embeddedTools(installation).distinct().forEach(name -> parts.database().orElseThrow().create(name));
            return parts;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Stream<String> embeddedTools(Installation installation) {
        return installation.all().stream()
                .flatMap(Instance::endpoints)
                .map(endpoint -> endpoint.parameter("url", ""))
                .filter(EmbeddedUrl::matches)
                .map(EmbeddedUrl::databaseOf);
    }

    private static ConfigurableApplicationContext context(HubHome home, Installation installation,
                                                          UnaryOperator<String> secrets, EmbeddedParts parts,
                                                          boolean working) {
        HubAccess access = new HubAccess(installation.hub(), secrets, parts);
        return new SpringApplicationBuilder(HubApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(settings(home, installation, working))
                .initializers((ConfigurableApplicationContext context) -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("installation", installation);
                    beans.registerSingleton("hubHome", home);
                    beans.registerSingleton("keyFolder", HubKeys.folder(installation.hub(), secrets));
                    beans.registerSingleton("embeddedUrl", new EmbeddedUrl(parts.database(), secrets));
                    beans.registerSingleton("databaseAccess", access.database());
                    beans.registerSingleton("brokerAddress", access.broker());
                })
                .run();
    }

    private static Properties settings(HubHome home, Installation installation, boolean working) {
        HubConfiguration hub = installation.hub();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("camel.main.routes-include-pattern", "file:" + home.routes() + "/*.camel.yaml");
        settings.put("camel.component.kamelet.location",
                "file:" + installation.folder().resolve("transports") + ",file:" + home.transports());
        settings.put("camel.main.auto-startup", working);
        settings.put("kimhub.linkage.catch-up", working);
        settings.put("hub.workers", hub.work().workers());
        settings.put("hub.delivery-workers", hub.work().deliveryWorkers());
        settings.put("kimhub.erasure.marks", hub.data().resolve("keys").toString());
        settings.put("kimhub.audit.mark", hub.data().resolve("keys").toString());
        settings.put("kimhub.audit.retention", hub.retention().audit().toString());
        settings.put("hub.sweep", hub.work().sweep().toMillis());
        settings.put("logging.config", "classpath:logback-hub.xml");
        settings.put("logging.file.name", hub.data().resolve("logs/hub.log").toString());
        Properties properties = new Properties();
        settings.forEach((key, value) -> properties.setProperty(key, value.toString()));
        return properties;
    }
}
