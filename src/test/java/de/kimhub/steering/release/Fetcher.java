package de.kimhub.steering.release;


import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.steering.cube.CubeDatabase;
import de.kimhub.steering.feed.ReleaseDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Feeds of a hub that has just been started: it remembers nothing that it gave before. */
final class Fetcher implements AutoCloseable {

    private static final String FEEDS = "/feeds/v1/";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MockMvc feeds;

    Fetcher(DataSource database) {
        context.registerBean(CubeDatabase.class, () -> open(database));
        context.scan("de.kimhub.steering.cube");
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ReleaseDocument.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.scan("de.kimhub.steering.feed");
        ClassPathBeanDefinitionScanner documents = new ClassPathBeanDefinitionScanner(context, false);
        documents.addIncludeFilter(new AssignableTypeFilter(ReleaseDocument.class));
        documents.scan("de.kimhub.steering.board");
        context.refresh();
        feeds = MockMvcBuilders.standaloneSetup(context.getBean("feedController")).build();
    }

    private static CubeDatabase open(DataSource database) {
        try (Connection one = database.getConnection()) {
            return CubeDatabase.open(one.getMetaData().getURL(), "postgres", "postgres");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse answer(String path) {
        try {
            return feeds.perform(MockMvcRequestBuilders.get(FEEDS + path)).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** Where {@code latest} leads. */
    Optional<String> newest() {
        return Optional.ofNullable(answer("latest/beratungen-thema.csv").getHeader("Location")).map(to ->
                to.substring(FEEDS.length(), to.lastIndexOf('/')));
    }

    Fetched get(String release, String file) {
        MockHttpServletResponse answer = answer(release + "/" + file);
        return new Fetched(answer.getStatus(), String.valueOf(answer.getHeader("ETag")), answer.getContentAsByteArray());
    }

    /** All that the release has, as its own list says. @param report whether with the report */
    List<String> files(String release, boolean report) {
        List<String> files = new ArrayList<>(List.of("datapackage.json", "kalender.ics"));
        if (report) {
            files.add("bericht.pdf");
        }
        try {
            for (JsonNode table : new ObjectMapper().readTree(get(release, "datapackage.json").content()).get("resources")) {
                files.add(table.get("path").asText());
                table.get("weitere_formen").forEach(form -> files.add(form.asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public void close() {
        context.close();
    }
}
