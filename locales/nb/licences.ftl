licences-builds = bare for å bygge
licences-foot = Bygd inn: { $count }. Trengs bare for å bygge: { $others }. Ord for ord: onward licences --texts. For programmer: onward licences --sbom
licences-licence = Lisens
licences-part = Del
licences-version = Versjon
