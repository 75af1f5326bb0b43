package eu.metacluster.opendata.api;

import eu.metacluster.grid.Field;
import eu.metacluster.opendata.Described;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of the shapes, each described once and referred to. */
final class Schemas {

  private static final String PLACE = "#/components/schemas/";

  private final JsonMapper json;
  private final ObjectNode all;

  Schemas(JsonMapper json) {
    this.json = json;
    this.all = json.createObjectNode();
  }

  ObjectNode all() {
    return all;
  }

  /** A reference to the schema of this shape, which is described if it is not yet. */
  ObjectNode of(Class<?> shape) {
    String name = shape.getSimpleName();
    if (!all.has(name)) {
      ObjectNode schema = all.putObject(name);
      schema.put("type", "object");
      Described about = shape.getAnnotation(Described.class);
      if (about != null) {
        schema.put("description", about.value());
      }
      if (shape == Shapes.Facts.class) {
        facts(schema);
      } else {
        parts(schema, shape);
      }
    }
    return json.createObjectNode().put("$ref", PLACE + name);
  }

  private void parts(ObjectNode schema, Class<?> shape) {
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = json.createArrayNode();
    for (RecordComponent part : shape.getRecordComponents()) {
      ObjectNode property = type(part.getAnnotatedType());
      Described about = part.getAnnotation(Described.class);
      if (about != null) {
        property.put("description", about.value());
      }
      properties.set(part.getName(), property);
      if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(part.getName());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
  }

  private ObjectNode type(AnnotatedType annotated) {
    ObjectNode schema = json.createObjectNode();
    if (annotated instanceof AnnotatedParameterizedType parameterized) {
      AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
      boolean map = raw(annotated).equals(Map.class.getName());
      schema.put("type", map ? "object" : "array");
      schema.set(map ? "additionalProperties" : "items", type(arguments[arguments.length - 1]));
      return schema;
    }
    Class<?> type = (Class<?>) annotated.getType();
    if (type == String.class) {
      return schema.put("type", "string");
    }
    if (type == BigDecimal.class) {
      return schema.put("type", "number");
    }
    if (type == boolean.class) {
      return schema.put("type", "boolean");
    }
    if (List.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
      return schema.put("type", "integer");
    }
    String format = format(type);
    return format == null ? of(type) : schema.put("type", "string").put("format", format);
  }

  private static @Nullable String format(Class<?> type) {
    if (type == Shapes.Id.class) {
      return "uuid";
    }
    if (type == Shapes.Moment.class) {
      return "date-time";
    }
    return type == Shapes.Day.class ? "date" : null;
  }

  private static String raw(AnnotatedType type) {
    return ((java.lang.reflect.ParameterizedType) type.getType()).getRawType().getTypeName();
  }

  private void facts(ObjectNode schema) {
    schema.put(
        "description", "The shown value of each field; fields that nobody states are absent.");
    ObjectNode properties = schema.putObject("properties");
    for (Field field : Field.values()) {
      if (field == Field.NOT) {
        continue;
      }
      ObjectNode property =
          switch (field.type()) {
            case MONEY -> of(Shapes.Amount.class);
            case NUMBER -> json.createObjectNode().put("type", "number");
            default -> json.createObjectNode().put("type", "string");
          };
      if (field.many()) {
        ObjectNode many = json.createObjectNode().put("type", "array");
        many.set("items", property);
        properties.set(field.key(), many);
      } else {
        properties.set(field.key(), property);
      }
    }
  }
}
