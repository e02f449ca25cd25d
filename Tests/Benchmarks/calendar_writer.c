/* Writes the events and tasks of the plan that calendars.py makes with libical, one component at a time, each once:
   what `lichsong export` is compared with.

   calendar_writer OUTLETS LINES EDITIONS FILE

   Every fourth line of an outlet has versions in four languages, each with a task of translating. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static icaltimetype stamp;
static FILE *file;

static icaltimetype time_at(int day, int minute) {
  icaltimetype first = icaltime_null_time();
  first.year = 2026;
  first.month = 1;
  first.day = 1;
  icaltime_adjust(&first, day, minute / 60, minute % 60, 0);
  return first;
}

static icalproperty *with_language(icalproperty *property, const char *language) {
  icalproperty_add_parameter(property, icalparameter_new_language(language));
  return property;
}

static icalproperty *with_zone(icalproperty *property) {
  icalproperty_add_parameter(property, icalparameter_new_tzid("Asia/Ho_Chi_Minh"));
  return property;
}

static icalproperty *extension(const char *name, const char *value) {
  icalproperty *property = icalproperty_new_x(value);
  icalproperty_set_x_name(property, name);
  return property;
}

static void begin(icalcomponent *component, const char *uid) {
  icalcomponent_add_property(component, icalproperty_new_uid(uid));
  icalcomponent_add_property(component, icalproperty_new_dtstamp(stamp));
  icalcomponent_add_property(component, icalproperty_new_lastmodified(stamp));
  icalcomponent_add_property(component, icalproperty_new_sequence(0));
}

static void keys(icalcomponent *component, const char *line, int edition, const char *language) {
  char text[32];
  icalcomponent_add_property(component, extension("X-LICHSONG-LINE", line));
  snprintf(text, sizeof text, "%d", edition);
  icalcomponent_add_property(component, extension("X-LICHSONG-EDITION", text));
  icalcomponent_add_property(component, with_language(extension("X-LICHSONG-LANGUAGE", language), language));
  icalcomponent_add_property(component, extension("X-LICHSONG-RUN", "first"));
}

static void end(icalcomponent *component) {
  char *octets = icalcomponent_as_ical_string_r(component);
  if (!octets || fputs(octets, file) < 0) exit(74);
  icalmemory_free_buffer(octets);
  icalcomponent_free(component);
}

static void write_placement(int outlet, int number, int edition, const char *tag, const char *name) {
  char uid[128], line[32], title[128], text[1024];
  int is_version = strcmp(tag, "vi") != 0;
  snprintf(line, sizeof line, "l%d-%d", outlet, number);
  snprintf(uid, sizeof uid, "tinh-lon.%s.%d.%s@lichsong", line, edition, tag);
  snprintf(title, sizeof title, "Chuyên mục số %d.%d – kỳ %d", outlet, number, edition);
  icaltimetype start = time_at(edition * 7 + is_version, 18 * 60 + number), stop = start;
  icaltime_adjust(&stop, 0, 0, 15, 0);
  icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  begin(event, uid);
  icalcomponent_add_property(event, with_zone(icalproperty_new_dtstart(start)));
  icalcomponent_add_property(event, with_zone(icalproperty_new_dtend(stop)));
  if (is_version) snprintf(text, sizeof text, "%s – tiếng %s", title, name);
  icalcomponent_add_property(event, with_language(icalproperty_new_summary(is_version ? text : title), "vi"));
  snprintf(text, sizeof text,
    "Hình thức: chuyên mục\nKỳ: %d\nLượt: phát mới\nNgôn ngữ: tiếng %s\nĐơn vị sản xuất: Đài tỉnh\n"
    "Kế hoạch: Kế hoạch tỉnh lớn (dựng để đo)\nVăn bản: 1/KH-UBND",
    edition, name);
  icalcomponent_add_property(event, with_language(icalproperty_new_description(text), "vi"));
  snprintf(text, sizeof text, "Kênh %d", outlet);
  icalcomponent_add_property(event, icalproperty_new_location(text));
  icalcomponent_add_property(event, icalproperty_new_categories(outlet % 2 ? "truyền hình" : "phát thanh"));
  icalcomponent_add_property(event, icalproperty_new_color(outlet % 2 ? "royalblue" : "chocolate"));
  icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_property(event, icalproperty_new_class(ICAL_CLASS_PUBLIC));
  keys(event, line, edition, tag);
  end(event);
  if (!is_version) return;
  icaltimetype original = time_at(edition * 7 - 5, 0), due = time_at(edition * 7, 0);
  original.is_date = due.is_date = 1;
  icalcomponent *task = icalcomponent_new(ICAL_VTODO_COMPONENT);
  snprintf(text, sizeof text, "todo-%s", uid);
  begin(task, text);
  icalcomponent_add_property(task, icalproperty_new_dtstart(original));
  icalcomponent_add_property(task, icalproperty_new_due(due));
  snprintf(text, sizeof text, "Dịch tiếng %s: %s", name, title);
  icalcomponent_add_property(task, with_language(icalproperty_new_summary(text), "vi"));
  snprintf(text, sizeof text,
    "Phát: %02d/%02d/%d %02d:%02d, Kênh %d\nĐơn vị sản xuất: Đài tỉnh\nKế hoạch: Kế hoạch tỉnh lớn (dựng để đo)",
    start.day, start.month, start.year, start.hour, start.minute, outlet);
  icalcomponent_add_property(task, with_language(icalproperty_new_description(text), "vi"));
  icalcomponent_add_property(task, icalproperty_new_categories("biên dịch"));
  icalcomponent_add_property(task, icalproperty_new_relatedto(uid));
  icalcomponent_add_property(task, icalproperty_new_status(ICAL_STATUS_NEEDSACTION));
  icalcomponent_add_property(task, icalproperty_new_class(ICAL_CLASS_PUBLIC));
  keys(task, line, edition, tag);
  end(task);
}

int main(int count, char **arguments) {
  static const char *tags[] = {"hmn", "tai", "hni", "ium"}, *names[] = {"Mông", "Thái", "Hà Nhì", "Dao"};
  if (count != 5) return 64;
  int outlets = atoi(arguments[1]), lines = atoi(arguments[2]), editions = atoi(arguments[3]);
  file = fopen(arguments[4], "w");
  if (!file) return 74;
  fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//calendar_writer//EN\r\n", file);
  stamp = time_at(4, 0);
  stamp.zone = icaltimezone_get_utc_timezone();
  for (int outlet = 0; outlet < outlets; outlet++)
    for (int line = 0; line < lines; line++)
      for (int edition = 1; edition <= editions; edition++) {
        write_placement(outlet, line, edition, "vi", "Việt");
        for (int version = 0; line % 4 == 0 && version < 4; version++)
          write_placement(outlet, line, edition, tags[version], names[version]);
      }
  fputs("END:VCALENDAR\r\n", file);
  return fclose(file) == 0 ? 0 : 74;
}
