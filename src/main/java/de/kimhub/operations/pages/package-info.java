/** The pages in German for people whose tool has no interface: files, notices, consents of their own instance. */
@org.springframework.modulith.NamedInterface("pages")
package de.kimhub.operations.pages;
