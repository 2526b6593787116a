package dev.hexlink.architecture.poms;

import dev.hexlink.architecture.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * One pom.xml.
 *
 * @param folder where it lies below the repository's root; empty for the root itself
 */
public record Pom(String folder, Element project) {
  private static final String OURS = "dev.hexlink";
  private static final String PREFIX = "hexlink-";

  /** The poms of the root and of each module it names. */
  public static List<Pom> all() {
    Pom root = parse("", Repository.read("pom.xml"));
    return Stream.concat(Stream.of(root),
        root.modules().stream().map(module -> parse(module, Repository.read(module + "/pom.xml")))).toList();
  }

  static Pom parse(String folder, String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
      return new Pom(folder, document.getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("no pom: " + folder, e);
    }
  }

  /** The module's name in diagrams and rules: its artifact without the common beginning. */
  public String name() {
    return text(project, "artifactId").replaceFirst("^" + PREFIX, "");
  }

  public boolean isRoot() {
    return folder.isEmpty();
  }

  List<String> modules() {
    return below(project, "modules", "module").map(Node::getTextContent).toList();
  }

  /** The other modules this one is built with, in tests or not. */
  public List<String> modules(boolean forTests) {
    return below(project, "dependencies", "dependency").filter(it -> text(it, "groupId").equals(OURS))
        .filter(it -> text(it, "scope").equals("test") == forTests)
        .map(it -> text(it, "artifactId").replaceFirst("^" + PREFIX, "")).sorted().toList();
  }

  /** What the module brings along that is not ours. */
  List<String> foreignDependencies() {
    return below(project, "dependencies", "dependency").filter(it -> !text(it, "groupId").equals(OURS))
        .filter(it -> !text(it, "scope").equals("test")).map(it -> text(it, "artifactId")).toList();
  }

  /** The plugins that run in this module, with their versions; an empty version is left to the parent. */
  List<Plugin> plugins() {
    return below(project, "build", "plugins", "plugin").map(Plugin::of).toList();
  }

  List<Plugin> pinnedPlugins() {
    return below(project, "build", "pluginManagement", "plugins", "plugin").map(Plugin::of).toList();
  }

  /** Every version element of dependencies and plugins, wherever it stands, by the artifact it is of. */
  List<String> versions() {
    return descendants(project, "version").filter(it -> it.getParentNode() instanceof Element parent
        && List.of("dependency", "plugin", "path", "extension").contains(parent.getTagName()))
        .map(it -> text((Element) it.getParentNode(), "artifactId")).toList();
  }

  /** Whether it says where artifacts come from. */
  boolean namesRepositories() {
    return descendants(project, "repository").findAny().isPresent()
        || descendants(project, "pluginRepository").findAny().isPresent();
  }

  private static Stream<Element> below(Element from, String... path) {
    Stream<Element> found = Stream.of(from);
    for (String step : path) {
      found = found.flatMap(element -> children(element, step));
    }
    return found;
  }

  private static Stream<Element> children(Element from, String name) {
    return elements(from.getChildNodes()).filter(it -> it.getTagName().equals(name));
  }

  private static Stream<Element> descendants(Element from, String name) {
    return elements(from.getElementsByTagName(name));
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static String text(Element from, String name) {
    return children(from, name).map(it -> it.getTextContent().strip()).findFirst().orElse("");
  }

  /** A plugin by its artifact, and the version that is written there. */
  record Plugin(String artifact, String version) {
    static Plugin of(Element plugin) {
      return new Plugin(text(plugin, "artifactId"), text(plugin, "version"));
    }
  }
}
