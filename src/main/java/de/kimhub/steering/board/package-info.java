/** The steering group's pages in German: what a release says, what hinders, and who delivered. */
@org.springframework.modulith.NamedInterface("board")
package de.kimhub.steering.board;
