package de.kimhub.steering.board;

import de.kimhub.steering.cube.Cube;
import de.kimhub.steering.feed.FeedAccess;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Pages and feeds of the steering group; for the context of the pages, which has a {@code CubeDatabase}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = {SteeringPages.class, Cube.class, FeedAccess.class})
public class SteeringPages {
}
