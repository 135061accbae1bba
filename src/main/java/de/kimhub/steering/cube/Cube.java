package de.kimhub.steering.cube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The releases. What was read once is kept: a release never changes. */
@Component
public class Cube {

    private static final int KEPT = 12;
    private static final float LOAD = 0.75f;

    private final CubeTables tables;
    private final Map<String, ReleaseContent> read = new LinkedHashMap<>(KEPT, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReleaseContent> eldest) {
            return size() > KEPT;
        }
    };

    Cube(CubeDatabase database) {
        this.tables = new CubeTables(database.jdbc());
    }

    /** The newest first. */
    public List<Release> releases() {
        return tables.releases();
    }

    public Optional<Release> latest() {
        return releases().stream().findFirst();
    }

    public Optional<Release> release(String id) {
        return releases().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public ReleaseContent content(Release release) {
        synchronized (read) {
            return read.computeIfAbsent(release.id(), id -> tables.content(release));
        }
    }
}
