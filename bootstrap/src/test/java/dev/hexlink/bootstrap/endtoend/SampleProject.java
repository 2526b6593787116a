package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * A project below {@code samples}, built without Maven: nothing of Hexlink need be published for it. What is on the class path of this test stands for
 * what its pom names.
 */
final class SampleProject {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path sources;
  private final Path output;

  SampleProject(String name, Path output) {
    this.sources = Path.of("samples", name, "src");
    this.output = output;
  }

  /** Compiles the project with its annotation processors, and packs it. */
  Path jar() {
    Path classes = compile("main", CLASS_PATH, "-proc:full", "-processorpath", CLASS_PATH);
    Path jar = output.resolve("sample.jar");
    int status = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--file",
        jar.toString(), "-C", classes.toString(), ".");
    assertThat(status).isZero();
    return jar;
  }

  /** Runs one of its tests against its jar. */
  TestExecutionSummary test(String testClass, Path jar) throws Exception {
    Path tests = compile("test", jar + File.pathSeparator + CLASS_PATH, "-proc:none");
    URL[] urls = {tests.toUri().toURL(), jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, SampleProject.class.getClassLoader())) {
      SummaryGeneratingListener summary = new SummaryGeneratingListener();
      LauncherConfig alone = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false)
          .enableLauncherSessionListenerAutoRegistration(false).build();
      LauncherFactory.create(alone).execute(LauncherDiscoveryRequestBuilder.request()
          .selectors(DiscoverySelectors.selectClass(loader.loadClass(testClass))).build(), summary);
      return summary.getSummary();
    }
  }

  private Path compile(String part, String classPath, String... processing) {
    JavaCompiler compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
    StringWriter words = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Path classes = Files.createDirectories(output.resolve(part));
      List<String> options = new ArrayList<>(
          List.of("-d", classes.toString(), "-cp", classPath, "--release", "25", "-parameters"));
      options.addAll(List.of(processing));
      boolean compiled = compiler.getTask(words, files, null, options, null,
          files.getJavaFileObjectsFromPaths(files(sources.resolve(part), ".java"))).call();
      assertThat(compiled).as(words.toString()).isTrue();
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
