package de.kimhub.runtime;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Installation;
import de.kimhub.runtime.embedded.BrokerAddress;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import de.kimhub.runtime.embedded.EmbeddedParts;
import de.kimhub.runtime.transport.EmbeddedUrl;
import de.kimhub.runtime.transport.Instances;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub at work in this process. Closing it ends everything in order: routes, broker, database. */
public final class RunningHub implements AutoCloseable {

    private final EmbeddedParts parts;
    private final ConfigurableApplicationContext context;

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
        EmbeddedParts parts = openParts(installation);
        try {
            ConfigurableApplicationContext context = context(home, installation, secrets, parts);
            context.getBean(Instances.class).registerAll();
            return new RunningHub(parts, context);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** A part of the hub, such as {@code Intake}. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Instances instances() {
        return context.getBean(Instances.class);
    }

    public Optional<EmbeddedDatabase> embeddedDatabase() {
        return parts.database();
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            parts.close();
        }
    }

    /** The embedded parts that the installation needs, with the databases that stand for tools. */
    public static EmbeddedParts openParts(Installation installation) {
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
                .flatMap(instance -> Stream.of(instance.receive(), instance.deliver(), instance.acknowledgements()))
                .flatMap(Optional::stream)
                .map(endpoint -> endpoint.parameter("url", ""))
                .filter(EmbeddedUrl::matches)
                .map(EmbeddedUrl::databaseOf);
    }

    private static ConfigurableApplicationContext context(HubHome home, Installation installation,
                                                          UnaryOperator<String> secrets, EmbeddedParts parts) {
        return new SpringApplicationBuilder(HubApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(settings(home, installation))
                .initializers((ConfigurableApplicationContext context) -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("installation", installation);
                    beans.registerSingleton("hubHome", home);
                    beans.registerSingleton("embeddedUrl", new EmbeddedUrl(parts.database(), secrets));
                    beans.registerSingleton("databaseAccess", databaseAccess(installation.hub(), secrets, parts));
                    beans.registerSingleton("brokerAddress", brokerAddress(installation.hub(), parts));
                })
                .run();
    }

    private static DatabaseAccess databaseAccess(HubConfiguration hub, UnaryOperator<String> secrets,
                                                 EmbeddedParts parts) {
        return hub.database()
                .map(own -> new DatabaseAccess(own.url(), own.user(), secrets.apply(own.password())))
                .orElseGet(() -> {
                    EmbeddedDatabase database = parts.database().orElseThrow();
                    return new DatabaseAccess(database.url(EmbeddedDatabase.HUB), EmbeddedDatabase.USER,
                            database.password());
                });
    }

    private static BrokerAddress brokerAddress(HubConfiguration hub, EmbeddedParts parts) {
        return hub.broker().map(BrokerAddress::external).orElseGet(() -> parts.broker().orElseThrow());
    }

    private static Properties settings(HubHome home, Installation installation) {
        HubConfiguration hub = installation.hub();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("camel.main.routes-include-pattern", "file:" + home.routes() + "/*.camel.yaml");
        settings.put("camel.component.kamelet.location",
                "file:" + installation.folder().resolve("transports") + ",file:" + home.transports());
        settings.put("hub.workers", hub.work().workers());
        settings.put("hub.delivery-workers", hub.work().deliveryWorkers());
        settings.put("hub.sweep", hub.work().sweep().toMillis());
        settings.put("logging.config", "classpath:logback-hub.xml");
        settings.put("logging.file.name", hub.data().resolve("logs/hub.log").toString());
        Properties properties = new Properties();
        settings.forEach((key, value) -> properties.setProperty(key, value.toString()));
        return properties;
    }
}
