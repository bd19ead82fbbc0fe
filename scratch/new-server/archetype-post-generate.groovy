// Batch mode does not validate properties.
def project = new File(request.outputDirectory, request.artifactId)
def require = { property, value, pattern, expected ->
  if (!(value ==~ pattern)) {
    throw new IllegalArgumentException("${property} is '${value}'; it must be ${expected}. Delete ${project}, and try again")
  }
}
require('artifactId', request.artifactId, /@NAME_PATTERN@/, 'lower-case letters, digits and single hyphens, such as shop-server')
require('package', request.getPackage(), /@PACKAGE_PATTERN@/, 'a Java package in lower case, such as com.acme.shop')

// An archetype keeps no mode of files, and its jar contains no file of the name .gitignore.
new File(project, 'dev.sh').setExecutable(true, false)
new File(project, 'gitignore').renameTo(new File(project, '.gitignore'))
