package dev.hexlink.http.operation;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** The files of Swagger UI, whatever version is on the class path. */
@Singleton
final class SwaggerUi {
  private static final String DESCRIPTION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  byte[] file(String name) throws IOException {
    Properties description = new Properties();
    description.load(new ByteArrayInputStream(Resource.bytes(DESCRIPTION)));
    return Resource.bytes(
        "META-INF/resources/webjars/swagger-ui/" + description.getProperty("version") + "/" + name);
  }
}
